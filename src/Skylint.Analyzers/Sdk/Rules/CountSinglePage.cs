using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The count of one page, taken for the count of all items.</summary>
internal sealed class CountSinglePage : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2017",
        Key = "ddb-count-single-page",
        Title = "Count of one page is taken for the whole",
        Message = "'Count' of '{0}' counts one page of at most a megabyte; add up the pages until there is no 'LastEvaluatedKey' left",
        Why = "DynamoDB stops counting after a megabyte of items, with or without a filter, and says where it stopped. The number is right in tests and too small in production.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "Adding up the pages turns one expression into a loop whose place in the method only its author can choose.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["Scan", "Query"], (run, context, call) =>
    {
        if (call.Service != "DynamoDBv2" || call.Request(run.Sdk) is not { } request)
            return;
        if (call.Facts(run.Sdk) is not { IsOpen: false } facts || facts.IsMentioned("Limit") || facts.IsMentioned("ExclusiveStartKey")
            || facts.Value("Select") is not { } select || select.StaticMember()?.Name != "COUNT")
            return;
        var use = call.Result;
        if (!use.Escapes && use.IsRead("Count") && !use.IsRead("LastEvaluatedKey") && !use.Reads.All(IsProbe))
            SdkRun.Report(context, Rule, call.NameLocation, call.Name);
    });

    // Whether there is any, the first page tells unless a filter comes after it; then the count is compared with zero all the same.
    private static bool IsProbe(IPropertyReferenceOperation read)
    {
        Microsoft.CodeAnalysis.IOperation at = read;
        while (at.Parent is IConversionOperation)
            at = at.Parent;
        return at.Parent is IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add };
    }
}
