using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A whole table read to answer one request.</summary>
internal sealed class ScanInRequestPath : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2025",
        Key = "ddb-scan-in-request-path",
        Title = "Whole table is scanned to answer a request",
        Message = "'Scan' reads and pays for the whole table {0}; use 'Query' or 'GetItem', with an index if need be",
        Why = "A scan reads every item, also those that a filter then drops, and is billed for all of them. It gets slower and dearer with every item that is added.",
        Category = Category.Cost,
        Level = Level.Info,
        NoFix = "A query needs a key condition, and often an index that does not exist yet.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["Scan"], (run, context, call) =>
    {
        if (call.Service != "DynamoDBv2")
            return;
        // Segments are how an export reads in parallel, and a limit is what keeps a scan small.
        if (call.Request(run.Sdk) is { } request && (call.Facts(run.Sdk) is not { } facts || facts.IsMentioned("TotalSegments") || facts.IsMentioned("Limit")))
            return;
        var place = run.Surroundings.HandlerOf(call.Invocation, context.ContainingSymbol) switch
        {
            HandlerKind.Lambda => "in every invocation of the function",
            HandlerKind.Web => "for every web request",
            _ => null,
        };
        if (place is not null)
            SdkRun.Report(context, Rule, call.NameLocation, place);
    });
}
