using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A function that waits for another function.</summary>
internal sealed class LambdaInvokesLambda : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2040",
        Key = "lambda-sync-invokes-lambda",
        Title = "Lambda function waits for another one",
        Message = "While 'Invoke' waits, both functions run and both are billed; send an event, use a queue, or let Step Functions call them in turn",
        Why = "The caller is paid for doing nothing, its time-out has to cover the other one's, retries multiply along the chain, and both count against the account's concurrency, so that load can bring the two to a standstill together.",
        Category = Category.Cost,
        Level = Level.Info,
        NoFix = "Whether the answer is needed decides what to do instead.",
        References = new() { Links = ["https://docs.aws.amazon.com/lambda/latest/operatorguide/functions-calling-functions.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["Invoke"], (run, context, call) =>
    {
        if (call.Service != "Lambda" || run.Surroundings.HandlerOf(call.Invocation, context.ContainingSymbol) != HandlerKind.Lambda)
            return;
        if (call.Facts(run.Sdk) is { IsOpen: false } facts && (facts.IsUnset("InvocationType") || (facts.Values("InvocationType") is { Count: > 0 } types && types.All(t => t.StaticMember()?.Name == "RequestResponse"))))
        {
            // A hook of a deployment tries the new version out.
            if (!run.SourceMentions("PutLifecycleEventHookExecutionStatus"))
                SdkRun.Report(context, Rule, call.NameLocation);
        }
    });
}
