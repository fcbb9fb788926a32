using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>
/// Whether the code shows that a collection may be of any length: what callers outside of the type pass, a listing that was read to its end,
/// the lines of a file. Written-out lists, chunks and pages are short, and of members nobody knows.
/// </summary>
internal static class SourceSize
{
    private const int MaxDepth = 3;

    // Parts of a whole, and things of which an account has few.
    private static readonly string[] s_parts = ["chunk", "batch", "page", "part", "slice", "window", "segment", "group", "bucket", "shard", "region", "queue", "topic", "table"];

    public static bool IsOpen(IOperation source) => IsOpen(source, 0);

    private static bool IsOpen(IOperation source, int depth)
    {
        source = source.Unwrapped();
        switch (source)
        {
            case ITranslatedQueryOperation query:
                return IsOpen(query.Operation, depth);
            case IAwaitOperation awaiting:
                return IsOpen(awaiting.Operation, depth);
            case IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" }, Instance: { } task }:
                return IsOpen(task, depth);
            case IInvocationOperation { TargetMethod: { ContainingType: var owner } method, Arguments: { Length: > 0 } arguments } when AwsSdk.IsNamed(owner, "System.Linq", "Enumerable"):
                return method.Name is "Where" or "Select" or "SelectMany" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Distinct" or "DistinctBy" or "ToList" or "ToArray" or "ToHashSet" or "AsEnumerable" or "Cast" or "OfType" or "Reverse" or "Skip" or "Concat" or "Union" or "Except"
                    && IsOpen(arguments[0].Value, depth);
            case IInvocationOperation call:
                return IsWhole(call);
            case IParameterReferenceOperation parameter:
                return IsOpen(parameter, depth);
            case ILocalReferenceOperation local when BodyIndex.Of(local).SingleValue(local.Local) is { } value:
                return value is IObjectCreationOperation { Initializer: null, Arguments.IsEmpty: true, Type.Name: "List" or "HashSet" } ? BodyIndex.Of(local).References(local.Local).Any(IsFilledPageByPage) : IsOpen(value, depth);
            default:
                return false;
        }
    }

    // GetRemainingAsync reads a query to its end; so do the lines of a file and the files of a folder.
    private static bool IsWhole(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "GetRemainingAsync", ContainingType: var owner } => AwsSdk.IsAmazon(owner),
        { Name: "ReadLines" or "ReadAllLines" or "ReadAllLinesAsync", ContainingType: var owner } => AwsSdk.IsNamed(owner, "System.IO", "File"),
        { Name: "GetFiles" or "EnumerateFiles", ContainingType: var owner } => AwsSdk.IsNamed(owner, "System.IO", "Directory") || AwsSdk.IsNamed(owner, "System.IO", "DirectoryInfo"),
        _ => false,
    };

    // all.AddRange(response.Items) in the loop that asks for page after page. A loop that looks at the list itself knows when to stop.
    private static bool IsFilledPageByPage(IOperation reference) =>
        reference.Parent is IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "UnionWith" } add && add.Instance == reference
        && add.Ancestors().TakeWhile(a => a is not (IAnonymousFunctionOperation or ILocalFunctionOperation)).Any(a => AsksForPages(a, reference));

    private static bool AsksForPages(IOperation loop, IOperation list) => loop switch
    {
        IWhileLoopOperation { Condition: { } condition } => loop.Descendants().Any(IsOfSdk) && !condition.DescendantsAndSelf().Any(o => Operations.IsSamePath(o, list)),
        IForEachLoopOperation { IsAsynchronous: true } => loop.Descendants().Any(IsOfSdk),
        _ => false,
    };

    private static bool IsOfSdk(IOperation operation) => operation switch
    {
        IInvocationOperation call => AwsSdk.IsAmazon(call.TargetMethod.ContainingType),
        IPropertyReferenceOperation property => AwsSdk.IsAmazon(property.Property.ContainingType),
        _ => false,
    };

    private static bool IsOpen(IParameterReferenceOperation reference, int depth)
    {
        var parameter = reference.Parameter;
        if (parameter.IsParams || IsPart(parameter.Name) || !IsSequence(parameter.Type) || parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        switch (method)
        {
            case { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: not Accessibility.Private }:
                return true;
            case { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction }:
                return depth < MaxDepth && CallsOf(method, reference) is { Count: > 0 } calls && calls.All(call => call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is { } argument && IsOpen(argument.Value, depth + 1));
            default:
                return false;
        }
    }

    /// <summary>The calls of a method that only its own type can call; null when they are not all in sight.</summary>
    private static List<IInvocationOperation>? CallsOf(IMethodSymbol method, IOperation where)
    {
        if (where.SemanticModel is not { } model || method.ContainingType.DeclaringSyntaxReferences is not { Length: 1 } references || references[0].GetSyntax() is not { } type || type.SyntaxTree != model.SyntaxTree)
            return null;
        var calls = new List<IInvocationOperation>();
        foreach (var name in type.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == method.Name))
        {
            var syntax = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent;
            if (syntax is InvocationExpressionSyntax && model.GetOperation(syntax) is IInvocationOperation call)
                calls.Add(call);
            else if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, method))
                return null;
        }

        return calls;
    }

    private static bool IsPart(string name) => Array.Exists(s_parts, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsSequence(ITypeSymbol type) =>
        type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true, Name: "IEnumerable" or "ICollection" or "IReadOnlyCollection" or "IList" or "IReadOnlyList" or "List" or "HashSet" or "ISet" or "IReadOnlySet" or "ImmutableArray" or "ImmutableList" or "Queue" or "Stack" }
        && !IsDelivered((type as IArrayTypeSymbol)?.ElementType ?? ((INamedTypeSymbol)type).TypeArguments[0]);

    // Ten messages at most, and a batch of events.
    private static bool IsDelivered(ITypeSymbol item) => AwsSdk.ServiceOf(item) is "Lambda" || (item.Name == "Message" && AwsSdk.ServiceOf(item) == "SQS");
}
