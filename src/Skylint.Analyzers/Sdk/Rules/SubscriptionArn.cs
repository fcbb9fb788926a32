using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The answer "pending confirmation", used as the name of a subscription.</summary>
internal sealed class SubscriptionArn : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2080",
        Key = "sns-subscription-arn",
        Title = "Subscription may have no ARN yet",
        Message = "Until a subscription by '{0}' is confirmed, 'SubscriptionArn' is the text 'pending confirmation'; set 'ReturnSubscriptionArn'",
        Why = "The text is stored as if it were the ARN, and fails weeks later, when the subscription is to be changed or removed.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Asks for the ARN, where a request object is at hand.",
        References = new() { Links = ["https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["Subscribe"], (run, context, call) =>
    {
        if (call.Service != "SimpleNotificationService")
            return;
        var facts = call.Facts(run.Sdk);
        var protocol = facts is null ? call.Argument("protocol")?.Text() : facts.Value("Protocol")?.Text();
        // Queues, functions and phones are subscribed at once.
        if (protocol is not ("http" or "https" or "email" or "email-json") || (facts is not null && !facts.IsUnset("ReturnSubscriptionArn")))
            return;
        var reads = call.Result.Reads.Where(r => r.Property.Name == "SubscriptionArn").Select(r => UseOf(r, 0)).ToList();
        if (reads.Contains(ArnUse.Name) && !reads.Contains(ArnUse.Question))
            SdkRun.Report(context, Rule, call.NameLocation, null, [protocol], facts is null ? [] : [facts.Creation.Syntax.GetLocation()]);
    });

    private static ArnUse UseOf(IOperation value, int depth)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        switch (value.Parent)
        {
            case IBinaryOperation or IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation:
            case IInvocationOperation call when call.Instance == value:
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Equals" or "Compare" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "IsMatch" or "TryParse" } } }:
                return ArnUse.Question;
            case IInterpolationOperation or IExpressionStatementOperation:
                return ArnUse.None;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } method } }:
                return method.Name.StartsWith("Log", StringComparison.Ordinal) || method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name == "Format" ? ArnUse.None : ArnUse.Name;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when depth == 0:
                var uses = BodyIndex.Of(value).References(declarator.Symbol).Select(r => UseOf(r, 1)).ToList();
                return uses.Contains(ArnUse.Question) ? ArnUse.Question : uses.Contains(ArnUse.Name) ? ArnUse.Name : ArnUse.None;
            case IReturnOperation or ISimpleAssignmentOperation or IArgumentOperation:
                return ArnUse.Name;
            default:
                return ArnUse.None;
        }
    }

    /// <summary>What is done with the text.</summary>
    private enum ArnUse
    {
        /// <summary>It is shown, or nothing.</summary>
        None,

        /// <summary>It is compared, so that somebody knows.</summary>
        Question,

        /// <summary>It is taken for the ARN.</summary>
        Name,
    }
}
