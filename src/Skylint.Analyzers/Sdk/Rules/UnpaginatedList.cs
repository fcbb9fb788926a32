using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The first page of many, taken for all there is.</summary>
internal sealed class UnpaginatedList : SdkRule
{
    private static readonly string[] s_limits = ["MaxResults", "MaxKeys", "MaxItems", "MaxRecords", "Limit", "PageSize", "MaxUploads", "MaxParts", "NumResults"];

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2007",
        Key = "unpaginated-list",
        Title = "Only the first page of a list is read",
        Message = "'{0}' answers with one page, and what is on the next ones is lost; use 'Paginators.{0}' or ask again until there is no '{1}' left",
        Why = "The service cuts the answer at a number of items or at a size, and says so only by a token. The code is right as long as there is little data, and then silently works on a part of it.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Reads all pages with the client's paginator: in the loop that reads the page, or into a list.",
        References = new() { Sonar = ["S7622"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation((run, context, call) =>
    {
        if (run.Sdk.PageablesOf(call.Client).PaginatorOf(call.Name) is null || GivesEverythingAtOnce(call))
            return;
        var use = call.Result;
        if (use.Escapes || use.IsAnyRead(IsToken))
            return;
        var page = use.Reads.Where(r => AwsSdk.IsCollection(r.Type!)).ToList();
        if (page.Count == 0 || !IsWhole(run.Sdk, call) || page.All(read => IsProbe(read, call, run.Sdk) || IsLookupByPrefix(read, call, run.Sdk)))
            return;
        SdkRun.Report(context, Rule, call.NameLocation, call.Name, TokenOf(call.Response) ?? "NextToken");
    });

    /// <summary>True when the request neither continues a list, nor limits it, nor names the items it wants.</summary>
    private static bool IsWhole(AwsSdk sdk, OperationCall call)
    {
        if (call.Request(sdk) is not { } request)
            return !call.Invocation.Arguments.Any(a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter is { } p && (IsInputToken(p.Name) || IsItemName(call.Name, p.Name) || s_limits.Contains(p.Name, StringComparer.OrdinalIgnoreCase)));
        if (call.Facts(sdk) is not { IsOpen: false } facts)
            return false;
        foreach (var property in Properties(request.Type))
        {
            if (!facts.IsMentioned(property.Name))
                continue;
            if (IsInputToken(property.Name) || IsItemName(call.Name, property.Name))
                return false;
            // Ten parameters are a page whatever the limit says, and a thousand objects are the page that S3 gives anyway.
            if (s_limits.Contains(property.Name) && call.Name != "GetParametersByPath" && !facts.Values(property.Name).All(v => v.TryGetInteger(out var limit) && limit >= 1000))
                return false;
        }

        return !IsPrimaryKey(facts);
    }

    // `pk = :p AND sk = :s` names one item.
    private static bool IsPrimaryKey(ObjectFacts facts) =>
        facts.Value("KeyConditionExpression") is { } condition && !facts.IsMentioned("IndexName")
        && condition.Text() is { } text && text.IndexOf(" and ", StringComparison.OrdinalIgnoreCase) >= 0
        && text.IndexOfAny(['<', '>', '(']) < 0 && text.IndexOf("between", StringComparison.OrdinalIgnoreCase) < 0;

    // Buckets, queues and what EC2 describes come in one answer unless the request limits them.
    private static bool GivesEverythingAtOnce(OperationCall call) =>
        call.Name is "ListBuckets" or "ListQueues" or "ListDeadLetterSourceQueues"
        // What a batch left undone is no next page, although it has a paginator; the rule about batches asks for it.
        || call.Name.StartsWith("Batch", StringComparison.Ordinal)
        || (call.Service == "EC2" && call.Name.StartsWith("Describe", StringComparison.Ordinal) && call.Name is not ("DescribeInstanceTypes" or "DescribeInstanceTypeOfferings" or "DescribeSpotPriceHistory" or "DescribeSpotFleetRequestHistory" or "DescribeReservedInstancesOfferings"));

    // Whether there is anything at all, the first page tells; not so with a filter, which is applied after the page is cut.
    private static bool IsProbe(IPropertyReferenceOperation read, OperationCall call, AwsSdk sdk)
    {
        if (call.Name == "Scan" || (call.Facts(sdk)?.IsMentioned("FilterExpression") == true))
            return false;
        IOperation at = read;
        while (at.Parent is IConversionOperation or IConditionalAccessOperation or IParenthesizedOperation or ICoalesceOperation)
            at = at.Parent;
        if (at.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension } argument && argument.Parameter?.Ordinal == 0)
            at = extension;
        if (at.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsPatternOperation)
            return true;
        // LINQ binds the page as the first argument, not as an instance.
        if (at is IInvocationOperation { TargetMethod: { IsExtensionMethod: true } linq } && (linq.Name == "Take" || (linq.Name is "Any" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" && linq.ReducedFrom is null && linq.Parameters.Length == 1)))
            return true;
        return at.Parent is IPropertyReferenceOperation { Property.Name: "Count", Parent: IBinaryOperation or IConversionOperation { Parent: IBinaryOperation } }
            or IPropertyReferenceOperation { Arguments.Length: 1 };
    }

    // The name that a prefix names in full comes first of all that begin so.
    private static bool IsLookupByPrefix(IPropertyReferenceOperation read, OperationCall call, AwsSdk sdk)
    {
        if (call.Facts(sdk) is not { } facts || !Properties(facts.Creation.Type).Any(p => p.Name.EndsWith("Prefix", StringComparison.Ordinal) && facts.IsMentioned(p.Name)))
            return false;
        IOperation at = read;
        while (at.Parent is IConversionOperation or IConditionalAccessOperation or IParenthesizedOperation or ICoalesceOperation)
            at = at.Parent;
        var lookup = at.Parent switch
        {
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: "Any" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" } } linq } => linq,
            IInvocationOperation { TargetMethod.Name: "Exists" or "Find" } list => list,
            _ => null,
        };
        return lookup?.Descendants().Any(o => o is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } or IInvocationOperation { TargetMethod.Name: "Equals" }) == true;
    }

    private static bool IsItemName(string operation, string property)
    {
        var verb = 1;
        while (verb < operation.Length && char.IsLower(operation[verb]))
            verb++;
        var noun = operation.Substring(verb).TrimEnd('s');
        if (noun.EndsWith("ie", StringComparison.Ordinal))
            noun = noun.Substring(0, noun.Length - 2) + "y";
        return noun.Length > 0 && property.StartsWith(noun, StringComparison.OrdinalIgnoreCase)
            && (property.EndsWith("Id", StringComparison.Ordinal) || property.EndsWith("Ids", StringComparison.Ordinal) || property.EndsWith("Name", StringComparison.Ordinal)
                || property.EndsWith("Names", StringComparison.Ordinal) || property.EndsWith("Arn", StringComparison.Ordinal) || property.EndsWith("Arns", StringComparison.Ordinal)
                || property.EndsWith("Identifier", StringComparison.Ordinal) || property.EndsWith("List", StringComparison.Ordinal) || property.Length <= noun.Length + 1);
    }

    private static bool IsInputToken(string name) =>
        name.EndsWith("Token", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Marker", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ExclusiveStart", StringComparison.OrdinalIgnoreCase) || name.StartsWith("StartAfter", StringComparison.OrdinalIgnoreCase);

    private static bool IsToken(string name) =>
        name.EndsWith("Token", StringComparison.Ordinal) || name.EndsWith("Marker", StringComparison.Ordinal) || name.EndsWith("Truncated", StringComparison.Ordinal)
        || name.StartsWith("LastEvaluated", StringComparison.Ordinal) || name.StartsWith("HasMore", StringComparison.Ordinal) || name.StartsWith("Next", StringComparison.Ordinal);

    private static string? TokenOf(INamedTypeSymbol response) => Properties(response).Select(p => p.Name).Where(n => IsToken(n) && !n.EndsWith("Truncated", StringComparison.Ordinal)).OrderBy(n => n is "Marker" or "ContinuationToken" ? 1 : 0).FirstOrDefault();

    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                yield return property;
        }
    }
}
