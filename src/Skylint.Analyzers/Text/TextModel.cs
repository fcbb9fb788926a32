using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

/// <summary>What the evaluations of one compilation share: types, indexes of bodies, uses of private members.</summary>
internal sealed class TextModel(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxNode, BodyIndex> _bodies = new();
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> _uses = new(SymbolEqualityComparer.Default);

    public Compilation Compilation { get; } = compilation;

    public LibraryTypes Library { get; } = new();

    public Sources Sources { get; } = new();

    public BodyIndex BodyOf(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
            root = parent;
        return _bodies.GetOrAdd(root.Syntax, _ => new BodyIndex(root));
    }

    /// <summary>The operation of a node in any file of the compilation.</summary>
    public IOperation? OperationOf(SyntaxNode node, SemanticModel? nearby, CancellationToken cancellationToken) =>
        ModelOf(node.SyntaxTree, nearby).GetOperation(node, cancellationToken);

    /// <summary>The semantic model of any file. The one at hand serves its own file; others are made once and kept.</summary>
    public SemanticModel ModelOf(SyntaxTree tree, SemanticModel? nearby)
    {
        if (nearby is not null && nearby.SyntaxTree == tree)
            return nearby;
#pragma warning disable RS1030 // A value may be defined in another file of the compilation; the driver hands out one model at a time.
        return _models.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));
#pragma warning restore RS1030
    }

    /// <summary>
    /// Every mention of a private member inside the outermost type that can see it, as operations. Mentions without an operation
    /// (in documentation, in <c>nameof</c>) are left out.
    /// </summary>
    public IReadOnlyList<IOperation> UsesOf(ISymbol member, SemanticModel? nearby, CancellationToken cancellationToken) =>
        _uses.GetOrAdd(member, m => [.. FindUses(m, nearby, cancellationToken)]);

    private IEnumerable<IOperation> FindUses(ISymbol member, SemanticModel? nearby, CancellationToken cancellationToken)
    {
        var type = member.ContainingType;
        while (type?.ContainingType is { } outer)
            type = outer;
        if (type is null)
            yield break;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellationToken);
            SemanticModel? model = null;
            foreach (var node in declaration.DescendantNodes())
            {
                if (node is not SimpleNameSyntax name || name.Identifier.ValueText != member.Name)
                    continue;
                model ??= ModelOf(declaration.SyntaxTree, nearby);
                var symbol = model.GetSymbolInfo(name, cancellationToken).Symbol;
                if (!SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, member.OriginalDefinition))
                    continue;
                SyntaxNode whole = name.Parent switch
                {
                    MemberAccessExpressionSyntax access when access.Name == name => access,
                    MemberBindingExpressionSyntax binding => binding,
                    _ => name,
                };
                if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
                    whole = call;
                var operation = model.GetOperation(whole, cancellationToken);
                if (operation is not null)
                    yield return operation;
            }
        }
    }
}
