using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The first set of a DynamoDB search, taken for all there is.</summary>
internal sealed class SearchFirstSetOnly : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2044",
        Key = "ddb-search-first-set-only",
        Title = "Only the first set of a DynamoDB search is read",
        Message = "'{0}' gives one page of the search, which can even be empty while more follow; use 'GetRemainingAsync', or ask again until 'IsDone'",
        Why = "DynamoDB cuts each answer at a megabyte that it has read, before filters are applied. With little data one page holds everything; later the code silently works on a part of the items, or on none.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Reads all sets with GetRemainingAsync.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnInvocation("GetNextSetAsync", (run, context, call) =>
    {
        if (AwsSdk.ServiceOf(call.TargetMethod.ContainingType) != "DynamoDBv2" || Surroundings.LoopAround(call) is not null)
            return;
        var root = call.Root();
        foreach (var operation in root.DescendantsAndSelf())
        {
            // Another page is asked for, or the caller is told where to go on, or the number of items is limited on purpose.
            if (operation is IMemberReferenceOperation { Member.Name: "IsDone" or "PaginationToken" or "Limit" or "NextKey" } or IInvocationOperation { TargetMethod.Name: "GetRemainingAsync" or "GetRemaining" })
                return;
            if (operation is IInvocationOperation { TargetMethod.Name: "GetNextSetAsync" } other && other != call)
                return;
        }

        if (!TakesFirstItem(call))
            SdkRun.Report(context, Rule, call.NameLocation(), call.TargetMethod.Name);
    });

    // (await search.GetNextSetAsync()).FirstOrDefault() looks for one item, by its key as a rule.
    private static bool TakesFirstItem(IInvocationOperation call)
    {
        Microsoft.CodeAnalysis.IOperation at = call;
        while (at.Parent is IConversionOperation or IParenthesizedOperation or IAwaitOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            at = at.Parent;
        if (at.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
        {
            var references = BodyIndex.Of(call).References(declarator.Symbol);
            return references.Count > 0 && references.All(IsFirst);
        }

        return IsFirst(at);
    }

    private static bool IsFirst(Microsoft.CodeAnalysis.IOperation items)
    {
        while (items.Parent is IConversionOperation or IConditionalAccessOperation)
            items = items.Parent;
        return items.Parent is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" } };
    }
}
