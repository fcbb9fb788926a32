using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A collection of a response, used as if it were always there. Version 4 leaves it null when the service sends nothing.</summary>
internal sealed class NullCollectionRead : SdkRule
{
    /// <summary>The assignment that gives version 4 the collections of version 3 back.</summary>
    public const string Switch = "InitializeCollections";

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2015",
        Key = "v4-null-collection-read",
        Title = "Response collection may be null",
        Message = "'{0}' is null when the service sends nothing for it; write '{0} ?? []' or test it first",
        Why = "Since version 4 the SDK no longer creates empty collections: an empty queue, an empty bucket or a missing item gives null, so that the code works until there is nothing and then throws a NullReferenceException.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Uses an empty collection instead of null, unless a key is looked up in it.",
        References = new() { Cwe = ["CWE-476"], Links = ["https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/net-dg-v4.html"] },
    };

    public override bool IsQuietInTests => true;

    public override bool AppliesTo(SdkRun run) => run.Sdk.HasNullCollections && base.AppliesTo(run);

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnCollection((run, context, property) =>
        {
            if (run.Sdk.KindOf(property.Property.ContainingType) != SdkKind.Response || !IsAnswer(run.Sdk, property.Instance!) || IsWritten(property) || IsAlwaysSent(run.Sdk, property))
                return;
            if (UseOf(property) is not { } use || run.SourceMentions(Switch))
                return;
            SdkRun.Report(context, Rule, property.Syntax.GetLocation(), use.Detail, [property.Property.Name]);
        });
    }

    /// <summary>True when the service sends the collection also when it is empty.</summary>
    private static bool IsAlwaysSent(AwsSdk sdk, IPropertyReferenceOperation property)
    {
        // The packages keep which members the service's model requires.
        if (property.Property.GetAttributes().Any(a => a.AttributeClass?.Name == "AWSPropertyAttribute" && a.NamedArguments.Any(n => n is { Key: "Required", Value.Value: true })))
            return true;
        // Unless it is told to be quiet, S3 names every object that it has deleted; what it could not delete is an exception.
        if (property.Property is { Name: "DeletedObjects", ContainingType.Name: "DeleteObjectsResponse" })
            return RequestOf(sdk, property.Instance!) is not { } deletion || !deletion.IsMentioned("Quiet");
        if (AwsSdk.ServiceOf(property.Property.ContainingType) != "DynamoDBv2")
            return false;
        // DynamoDB's answers hold these lists always; its model does not say so.
        switch (property.Property.ContainingType.Name, property.Property.Name)
        {
            case ("ListTablesResponse", "TableNames") or ("BatchGetItemResponse", "Responses" or "UnprocessedKeys") or ("BatchWriteItemResponse", "UnprocessedItems"):
                return true;
            // One answer for each statement or key, in their order.
            case ("BatchExecuteStatementResponse" or "TransactGetItemsResponse", "Responses"):
                return true;
            case ("QueryResponse" or "ScanResponse", "Items"):
                return RequestOf(sdk, property.Instance!) is not { } search || !search.IsMentioned("Select");
            case ("UpdateItemResponse", "Attributes"):
                return RequestOf(sdk, property.Instance!)?.Value("ReturnValues")?.StaticMember()?.Name is "ALL_NEW" or "UPDATED_NEW";
            default:
                return false;
        }
    }

    private static ObjectFacts? RequestOf(AwsSdk sdk, IOperation response)
    {
        response = response.Unwrapped();
        if (response is ILocalReferenceOperation local)
            response = BodyIndex.Of(response).SingleValue(local.Local) ?? response;
        return response.DescendantsAndSelf().OfType<IInvocationOperation>().Select(call => OperationCall.Of(call, sdk)).FirstOrDefault(call => call is not null)?.Facts(sdk);
    }

    /// <summary>True when the object comes from a service: the result of a call, not something that the code builds.</summary>
    private static bool IsAnswer(AwsSdk sdk, IOperation instance)
    {
        switch (instance.Unwrapped())
        {
            case IAwaitOperation or IInvocationOperation:
                return true;
            case IPropertyReferenceOperation { Property.Name: "Result" } result:
                return result.Instance?.Type is { Name: "Task" };
            case ILocalReferenceOperation local:
                var values = BodyIndex.Of(instance).Values(local.Local).Where(v => !v.IsNull()).ToList();
                return values.Count > 0 && values.All(v => v.Unwrapped() is IAwaitOperation or IInvocationOperation || (v.Unwrapped() is IPropertyReferenceOperation { Property.Name: "Result" } r && sdk.ResponseOf(r.Instance!.Type!) is not null));
            default:
                return false;
        }
    }

    private static bool IsWritten(IOperation property) => property.Parent is IAssignmentOperation assignment && assignment.Target == property;

    /// <summary>How the value is used where null would throw; null when it is not, or only behind a test.</summary>
    private static CollectionUse? UseOf(IPropertyReferenceOperation property)
    {
        if (Dereference(property) is { } detail)
            return NullTests.IsGuarded(property, property) || IsUsedBefore(property) ? null : new CollectionUse(detail);
        // Through a local: the first unguarded use of it is what would throw, and the place to mend is here.
        IOperation at = property;
        while (at.Parent is IConversionOperation)
            at = at.Parent;
        if (at.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } || NullTests.IsGuarded(property, property))
            return null;
        var index = BodyIndex.Of(property);
        if (index.Values(declarator.Symbol).Count != 1)
            return null;
        foreach (var reference in index.References(declarator.Symbol))
        {
            if (Dereference(reference) is not null && !NullTests.IsGuarded(reference, reference) && !NullTests.IsGuarded(reference, property))
                return new CollectionUse(CollectionUse.Value);
        }

        return null;
    }

    // Where an earlier use of the same path would throw first, one report is enough.
    private static bool IsUsedBefore(IPropertyReferenceOperation property)
    {
        if (property.Instance?.Unwrapped() is not ILocalReferenceOperation local)
            return false;
        foreach (var reference in BodyIndex.Of(property).References(local.Local))
        {
            if (reference.Syntax.SpanStart >= property.Syntax.SpanStart)
                return false;
            if (reference.Parent is IPropertyReferenceOperation earlier && earlier.Instance == reference && SymbolEqualityComparer.Default.Equals(earlier.Property, property.Property)
                && Dereference(earlier) is not null && Dominates(earlier, property))
                return true;
        }

        return false;
    }

    // The earlier use is in a statement of a block around the later one, and not in a branch of its own.
    private static bool Dominates(IOperation earlier, IOperation later)
    {
        var child = earlier;
        foreach (var ancestor in earlier.Ancestors())
        {
            if (ancestor is IBlockOperation)
                return later.Ancestors().Contains(ancestor);
            if (later.Ancestors().Contains(ancestor) && ancestor is IConditionalOperation conditional)
                return conditional.Condition == child;
            if (ancestor is IAnonymousFunctionOperation)
                return false;
            child = ancestor;
        }

        return false;
    }

    /// <summary>What would throw on null here: null when nothing would.</summary>
    private static string? Dereference(IOperation value)
    {
        while (value.Parent is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
            value = value.Parent;
        switch (value.Parent)
        {
            case IForEachLoopOperation loop when loop.Collection == value:
                return CollectionUse.Value;
            // An index into a list, or First, throws on an empty list just as well.
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type.Name: "List" }:
                return null;
            case IPropertyReferenceOperation property when property.Instance == value:
                return CollectionUse.Receiver;
            case IInvocationOperation call when call.Instance == value:
                return CollectionUse.Receiver;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "First" or "Single" or "Last" or "ElementAt", ContainingType.Name: "Enumerable" } } }:
                return null;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } } } } argument:
                return argument.Parameter?.Ordinal == 0 ? CollectionUse.Receiver : CollectionUse.Value;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "AddRange" or "InsertRange" or "UnionWith" or "Join", ContainingType.ContainingNamespace: var space } } } when IsSystem(space):
                return CollectionUse.Value;
            case IArgumentOperation { Parent: IObjectCreationOperation { Type: { Name: "List" or "HashSet" or "Queue" or "Stack" or "Dictionary", ContainingNamespace: var space } } } when IsSystem(space):
                return CollectionUse.Value;
            default:
                return value.Syntax.Parent.IsKind(SyntaxKind.SpreadElement) ? CollectionUse.Value : null;
        }
    }

    private static bool IsSystem(INamespaceSymbol? space)
    {
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space?.Name == "System";
    }

    /// <summary>A use, as the fix needs to know it.</summary>
    private sealed record CollectionUse(string Detail)
    {
        /// <summary>The value is used as it is: <c>?? []</c> after it.</summary>
        public const string Value = "value";

        /// <summary>A member of the value is used: parentheses are needed.</summary>
        public const string Receiver = "receiver";
    }
}
