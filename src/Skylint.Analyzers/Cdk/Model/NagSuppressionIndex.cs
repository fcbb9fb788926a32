using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>The cdk-nag suppressions that the code writes: whoever has accepted a finding there, with a reason, is not told again.</summary>
internal sealed class NagSuppressionIndex
{
    private const string Unreadable = "*";

    private readonly CdkModel _cdk;
    private readonly bool _isUsed;
    private readonly List<(INamedTypeSymbol? Stack, HashSet<string> Ids)> _stacks = [];
    private readonly List<(string? Path, HashSet<string> Ids)> _paths = [];

    public NagSuppressionIndex(CdkModel cdk)
    {
        _cdk = cdk;
        _isUsed = cdk.Index.Mentions("NagSuppressions");
        foreach (var name in cdk.Index.Occurrences("AddStackSuppressions"))
        {
            if (CallOf(name) is { Arguments.Length: >= 2 } call)
                _stacks.Add((TypeOf(call.Arguments[0].Value, name), Ids(call.Arguments[1].Value)));
        }

        foreach (var name in cdk.Index.Occurrences("AddResourceSuppressionsByPath"))
        {
            if (CallOf(name) is { Arguments.Length: >= 3 } call)
                _paths.Add((cdk.Resolver.Resolve(call.Arguments[1].Value, Frame.Root) is ConstantValue { Constant: string path } ? path : null, Ids(call.Arguments[2].Value)));
        }
    }

    /// <summary>True when a suppression with a reason covers one of the cdk-nag identifiers on the construct.</summary>
    public bool Covers(Construct construct, IReadOnlyList<string> cdkNagIds)
    {
        if (cdkNagIds.Count == 0 || !_isUsed)
            return false;
        foreach (var usage in construct.Usages)
        {
            if (usage.Operation is IInvocationOperation { TargetMethod: { Name: "AddResourceSuppressions", ContainingType.Name: "NagSuppressions" } } call
                && call.Arguments.Length >= 2 && Names(Ids(call.Arguments[1].Value), cdkNagIds))
                return true;
        }

        foreach (var (stack, ids) in _stacks)
        {
            if (Names(ids, cdkNagIds) && (stack is null || IsInside(construct, stack)))
                return true;
        }

        foreach (var (path, ids) in _paths)
        {
            if (Names(ids, cdkNagIds) && (path is null || construct.Id is null || path.Split('/').Contains(construct.Id)))
                return true;
        }

        return false;
    }

    private static bool Names(HashSet<string> ids, IReadOnlyList<string> wanted) => ids.Contains(Unreadable) || wanted.Any(ids.Contains);

    private IInvocationOperation? CallOf(SimpleNameSyntax name) =>
        name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } invocation && _cdk.Index.OperationOf(invocation) is IInvocationOperation { TargetMethod.ContainingType.Name: "NagSuppressions" } call ? call : null;

    private INamedTypeSymbol? TypeOf(IOperation stack, SyntaxNode call)
    {
        while (stack is IConversionOperation conversion)
            stack = conversion.Operand;
        var type = stack.Type as INamedTypeSymbol;
        return type is not null && _cdk.Index.Declares(type) ? type
            : stack is IInstanceReferenceOperation && call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? _cdk.Index.ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration) as INamedTypeSymbol : null;
    }

    private static bool IsInside(Construct construct, INamedTypeSymbol stack) =>
        stack.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == construct.Operation.Syntax.SyntaxTree && r.Span.Contains(construct.Operation.Syntax.Span));

    private HashSet<string> Ids(IOperation suppressions)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (_cdk.Resolver.Resolve(suppressions, Frame.Root) is not ListValue { IsOpen: false } list)
        {
            ids.Add(Unreadable);
            return ids;
        }

        foreach (var item in list.Items)
        {
            var id = _cdk.Resolver.Member(item, "Id");
            // A suppression without a reason is not one.
            if (_cdk.Resolver.Member(item, "Reason") is UnsetValue or NullValue or ConstantValue { Constant: "" })
                continue;
            ids.Add(id is ConstantValue { Constant: string text } ? text : Unreadable);
        }

        return ids;
    }
}
