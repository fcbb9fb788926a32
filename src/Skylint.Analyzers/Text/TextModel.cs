using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Syntax;

namespace Skylint.Text;

/// <summary>
/// What the evaluations of one compilation share: types, indexes of bodies, who mentions a member, and the values of members and
/// parameters once they are known. It holds no operation by itself: those go when their file has been analyzed.
/// </summary>
internal sealed class TextModel(Compilation compilation)
{
    private readonly ConditionalWeakTable<IOperation, BodyIndex> _bodies = new();
    private readonly ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>> _models = new();
    // Beyond this, a name that is mentioned all over the program is not looked through: each mention would have to be bound.
    private const int MaxMentions = 100;

    /// <summary>Stands for the uses of a member of which one cannot be read: the code does not compile there.</summary>
    public static readonly IReadOnlyList<SyntaxNode> Unreadable = [];

    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<SyntaxNode>?> _uses = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<ISymbol, TextValue>> _answers = new(StringComparer.Ordinal);
    private readonly Lazy<bool> _hasFriends = new(() => compilation.Assembly.GetAttributes().Any(a => a.AttributeClass?.Name == "InternalsVisibleToAttribute"));

    public Compilation Compilation { get; } = compilation;

    public LibraryTypes Library { get; } = new();

    public Sources Sources { get; } = new();

    /// <summary>The values of members and parameters that hold for the whole compilation, for one set of sanitisers.</summary>
    public ConcurrentDictionary<ISymbol, TextValue> Answers(IReadOnlyList<string>? sanitizers) =>
        _answers.GetOrAdd(sanitizers is { Count: > 0 } ? string.Join(";", sanitizers) : "", _ => new(SymbolEqualityComparer.Default));

    public BodyIndex BodyOf(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
            root = parent;
        return _bodies.GetValue(root, r => new BodyIndex(r));
    }

    /// <summary>The operation of a node in any file of the compilation.</summary>
    public IOperation? OperationOf(SyntaxNode node, SemanticModel? nearby, CancellationToken cancellationToken) =>
        ModelOf(node.SyntaxTree, nearby).GetOperation(node, cancellationToken);

    /// <summary>The semantic model of any file. The one at hand serves its own file; others are made once and kept while something uses them.</summary>
    public SemanticModel ModelOf(SyntaxTree tree, SemanticModel? nearby)
    {
        if (nearby is not null && nearby.SyntaxTree == tree)
            return nearby;
        if (_models.TryGetValue(tree, out var kept) && kept.TryGetTarget(out var model))
            return model;
#pragma warning disable RS1030 // A value may be defined in another file of the compilation; the driver hands out one model at a time.
        model = Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        _models[tree] = new(model);
        return model;
    }

    /// <summary>True when all code that can name the member is in the compilation.</summary>
    public bool IsClosed(ISymbol member)
    {
        var isInternal = false;
        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility == Accessibility.Private)
                return true;
            isInternal |= symbol.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal;
        }

        return isInternal && !_hasFriends.Value;
    }

    /// <summary>
    /// Every mention of a closed member, as the expression that names or calls it. Mentions that are no code (in documentation, in
    /// <c>nameof</c>) may be among them. Null when there are too many to look at.
    /// </summary>
    public IReadOnlyList<SyntaxNode>? UsesOf(ISymbol member, SemanticModel? nearby, CancellationToken cancellationToken)
    {
        if (_uses.TryGetValue(member, out var known))
            return known;
        return _uses.GetOrAdd(member, FindUses(member, nearby, cancellationToken));
    }

    private IReadOnlyList<SyntaxNode>? FindUses(ISymbol member, SemanticModel? nearby, CancellationToken cancellationToken)
    {
        var mentions = new List<SimpleNameSyntax>();
        if (TypeThatSees(member) is { } type)
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
                mentions.AddRange(NameIndex.Of(reference.SyntaxTree).Occurrences(member.Name, reference.Span));
        }
        else
        {
            foreach (var tree in Compilation.SyntaxTrees)
            {
                if (NameSet.MayMention(tree, member.Name, cancellationToken) && (!member.IsStatic || member is IMethodSymbol { IsExtensionMethod: true } || Mentions(tree, member.ContainingType, cancellationToken)))
                    mentions.AddRange(NameIndex.Of(tree).Occurrences(member.Name));
                if (mentions.Count > MaxMentions)
                    return null;
            }
        }

        var uses = new List<SyntaxNode>();
        foreach (var name in mentions)
        {
            var info = ModelOf(name.SyntaxTree, nearby).GetSymbolInfo(name, cancellationToken);
            var symbol = info.Symbol;
            SyntaxNode whole = name.Parent switch
            {
                MemberAccessExpressionSyntax access when access.Name == name => access,
                MemberBindingExpressionSyntax binding => binding,
                _ => name,
            };
            if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
                whole = call;
            if (symbol is null && whole is InvocationExpressionSyntax && member is IMethodSymbol
                && (info.CandidateSymbols.IsEmpty ? info.CandidateReason != CandidateReason.LateBound : info.CandidateSymbols.Any(c => SymbolEqualityComparer.Default.Equals(c.OriginalDefinition, member.OriginalDefinition))))
                return Unreadable;
            if (!SymbolEqualityComparer.Default.Equals(((symbol as IMethodSymbol)?.ReducedFrom ?? symbol)?.OriginalDefinition, member.OriginalDefinition))
                continue;
            uses.Add(whole);
        }

        return uses;
    }

    // A static member is named through its type, or from inside it.
    private static bool Mentions(SyntaxTree tree, INamedTypeSymbol type, CancellationToken cancellationToken) =>
        NameSet.MayMention(tree, type.Name, cancellationToken)
        && (type.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == tree) || NameIndex.Of(tree).Occurrences(type.Name).Count > 0);

    /// <summary>The outermost type that holds all code which can write the member; null when that is the whole program.</summary>
    private static INamedTypeSymbol? TypeThatSees(ISymbol member)
    {
        var type = member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private } } ? member.ContainingType : null;
        for (var symbol = member; symbol is not null and not INamespaceSymbol && type is null; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility == Accessibility.Private)
                type = symbol.ContainingType;
        }

        while (type?.ContainingType is { } outer)
            type = outer;
        return type;
    }
}
