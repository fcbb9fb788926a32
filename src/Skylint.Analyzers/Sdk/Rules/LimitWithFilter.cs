using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A number of items to find, which is a number of items to look at.</summary>
internal sealed class LimitWithFilter : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2045",
        Key = "ddb-limit-with-filter",
        Title = "Limit counts before the filter",
        Message = "'Limit' is the number of items that are read, not of those that pass the filter, so that this may find nothing although there is something; read on until 'LastEvaluatedKey' is empty",
        Why = "DynamoDB reads so many items and filters them then. With a limit of one, an item is found only if it happens to be the first that is read.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "Whether the limit or the filter has to go, or a loop to come, depends on the keys of the table.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["Query", "Scan"], (run, context, call) =>
    {
        if (call.Service != "DynamoDBv2" || call.Facts(run.Sdk) is not { IsOpen: false } facts)
            return;
        if (!facts.IsMentioned("FilterExpression") || facts.Value("Limit") is not { } limit || facts.Value("FilterExpression")?.IsNull() == true || facts.IsMentioned("ExclusiveStartKey") || Surroundings.LoopAround(call.Invocation) is not null)
            return;
        var use = call.Result;
        // Whoever hands on where the page ended lets the caller read on.
        if (!use.Escapes && !use.IsRead("LastEvaluatedKey"))
            SdkRun.Report(context, Rule, limit.Parent is ISimpleAssignmentOperation assignment ? assignment.Syntax.GetLocation() : limit.Syntax.GetLocation());
    });
}
