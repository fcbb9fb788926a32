using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Syntax;

namespace Skylint.Cdk.Model;

/// <summary>
/// The other code of the compilation, on demand: bodies of methods that a value passes through, and where a name occurs.
/// Nothing is read until a rule asks.
/// What is read is kept for the compilation, and an editor asks of one compilation many times: no request's cancellation may be kept with it.
/// </summary>
internal sealed class SourceIndex(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxNode, IOperation?> _bodies = new();
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>?> _calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> _mentions = new(StringComparer.Ordinal);

    private readonly Lazy<HashSet<string>> _classes = new(() => new HashSet<string>(compilation.SyntaxTrees.SelectMany(t => ConstructSites.Of(t).Classes), StringComparer.Ordinal));

    public Compilation Compilation { get; } = compilation;

    /// <summary>
    /// True when every caller of a member that is not private can be seen, too: a program is not called by code outside its compilation.
    /// </summary>
    public bool IsProgram { get; } = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    public SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, t =>
#pragma warning disable RS1030 // A value that comes from another file can only be read with that file's model; one is made for each file and compilation.
        Compilation.GetSemanticModel(t));
#pragma warning restore RS1030

    /// <summary>
    /// Keeps the driver's model of a file, which the driver lets go of once the file is done: what has been bound need not be bound again when
    /// another file asks for it.
    /// </summary>
    public void Keep(SemanticModel model) => _models.TryAdd(model.SyntaxTree, model);

    /// <summary>True for what this compilation declares. In an editor other projects have source, too, but their bodies cannot be read from here.</summary>
    public bool Declares(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    /// <summary>True when a class of this name is declared in this compilation, or the name stands for some other class there.</summary>
    public bool DeclaresClass(string name) => _classes.Value.Contains(name);

    public bool Contains(SyntaxTree tree) => Compilation.ContainsSyntaxTree(tree);

    public IOperation? OperationOf(SyntaxNode node) => _bodies.GetOrAdd(node, n => ModelOf(n.SyntaxTree).GetOperation(n));

    /// <summary>The body of a method, constructor, accessor or local function of this compilation; null for anything else.</summary>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        method = method.PartialImplementationPart ?? method;
        if (method.IsAbstract || method.IsExtern || method.DeclaringSyntaxReferences.Length != 1)
            return null;
        var node = method.DeclaringSyntaxReferences[0].GetSyntax();
        if (!Contains(node.SyntaxTree))
            return null;
        // A property with an expression body has no accessor syntax: the arrow is the accessor.
        return node switch
        {
            BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or ArrowExpressionClauseSyntax => OperationOf(node),
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } => OperationOf(arrow),
            _ => null,
        };
    }

    /// <summary>Every place in the compilation where the name stands as an identifier.</summary>
    public IEnumerable<SimpleNameSyntax> Occurrences(string name)
    {
        foreach (var tree in Compilation.SyntaxTrees)
        {
            foreach (var node in NameIndex.Of(tree).Occurrences(name))
                yield return node;
        }
    }

    /// <summary>The same within the declarations of one type.</summary>
    public IEnumerable<SimpleNameSyntax> Occurrences(string name, INamedTypeSymbol within)
    {
        foreach (var reference in within.DeclaringSyntaxReferences)
        {
            if (!Contains(reference.SyntaxTree))
                continue;
            foreach (var node in NameIndex.Of(reference.SyntaxTree).Occurrences(name, reference.Span))
                yield return node;
        }
    }

    /// <summary>True when the name stands anywhere in the compilation as an identifier.</summary>
    public bool Mentions(string name) => _mentions.TryGetValue(name, out var known) ? known : _mentions.GetOrAdd(name, Occurrences(name).Any());

    /// <summary>True when the code creates an object of a class of this name and names the class there.</summary>
    public bool Creates(string name) => Occurrences(name).Any(IsCreated);

    public ISymbol? SymbolOf(SyntaxNode node) => ModelOf(node.SyntaxTree).GetSymbolInfo(node).Symbol;

    /// <summary>Calls of the method in this compilation: invocations, creations, <c>base(...)</c> and <c>this(...)</c>; null when it is also used as a delegate.</summary>
    public IReadOnlyList<IOperation>? CallsOf(IMethodSymbol method) => _calls.GetOrAdd(method, m => FindCalls((IMethodSymbol)m));

    private IReadOnlyList<IOperation>? FindCalls(IMethodSymbol method)
    {
        var calls = new List<IOperation>();
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var name = isConstructor ? method.ContainingType.Name : method.Name;
        foreach (var node in method.DeclaredAccessibility == Accessibility.Private && !isConstructor ? Occurrences(name, method.ContainingType) : Occurrences(name))
        {
            if (isConstructor ? !IsCreated(node) : !NameUse.MayBe(node, method, this) || !IsSame(SymbolOf(node), method))
                continue;
            var call = CallAround(node);
            if (call is null && !isConstructor)
                return null;
            var target = call switch
            {
                IInvocationOperation i => i.TargetMethod,
                IObjectCreationOperation c => c.Constructor,
                _ => null,
            };
            if (call is not null && IsSame(target, method))
                calls.Add(call);
            if (calls.Count > MaxCalls)
                return null;
        }

        if (isConstructor)
        {
            AddInitializers(method, calls);
            AddTargetTyped(method, calls);
        }

        return calls;
    }

    private const int MaxCalls = 24;

    private static bool IsSame(ISymbol? symbol, IMethodSymbol method) =>
        symbol is IMethodSymbol found && SymbolEqualityComparer.Default.Equals((found.ReducedFrom ?? found).OriginalDefinition, method.OriginalDefinition);

    private static bool IsCreated(SimpleNameSyntax node)
    {
        SyntaxNode top = node;
        while (top.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
            top = top.Parent;
        return top.Parent is ObjectCreationExpressionSyntax creation && creation.Type == top;
    }

    private IOperation? CallAround(SimpleNameSyntax node)
    {
        SyntaxNode? at = node;
        while (at.Parent is MemberAccessExpressionSyntax access && access.Name == at || at.Parent is MemberBindingExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax)
            at = at.Parent;
        return at.Parent switch
        {
            InvocationExpressionSyntax invocation when invocation.Expression == at => OperationOf(invocation),
            ObjectCreationExpressionSyntax creation => OperationOf(creation),
            _ => null,
        };
    }

    // base(...) and this(...) do not name the constructor they call.
    private void AddInitializers(IMethodSymbol constructor, List<IOperation> calls)
    {
        foreach (var node in Occurrences(constructor.ContainingType.Name))
        {
            if (node.FirstAncestorOrSelf<BaseTypeSyntax>() is null || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
                continue;
            AddInitializers(type, constructor, calls);
        }

        foreach (var reference in constructor.ContainingType.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax type && Contains(type.SyntaxTree))
                AddInitializers(type, constructor, calls);
        }
    }

    private void AddInitializers(TypeDeclarationSyntax type, IMethodSymbol constructor, List<IOperation> calls)
    {
        foreach (var declaration in type.Members.OfType<ConstructorDeclarationSyntax>())
        {
            if (declaration.Initializer is { } initializer && OperationOf(initializer) is { } operation
                && Unwrap(operation) is IInvocationOperation call && IsSame(call.TargetMethod, constructor))
                calls.Add(call);
        }

        foreach (var primary in type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? [])
        {
            if (OperationOf(primary) is { } operation && Unwrap(operation) is IInvocationOperation call && IsSame(call.TargetMethod, constructor))
                calls.Add(call);
        }
    }

    /// <summary>The call itself where <c>base(...)</c> and <c>this(...)</c> are statements.</summary>
    public static IOperation Unwrap(IOperation operation) => operation is IExpressionStatementOperation statement ? statement.Operation : operation;

    // `new(...)` does not name its type; such creations are looked up only in files that mention the type at all.
    private void AddTargetTyped(IMethodSymbol constructor, List<IOperation> calls)
    {
        foreach (var tree in Compilation.SyntaxTrees)
        {
            var names = NameIndex.Of(tree);
            if (names.Occurrences(constructor.ContainingType.Name).Count == 0)
                continue;
            foreach (var node in names.TargetTyped)
            {
                if (MayCall(node, constructor) && OperationOf(node) is IObjectCreationOperation creation && IsSame(creation.Constructor, constructor))
                    calls.Add(creation);
            }
        }
    }

    private static bool MayCall(ImplicitObjectCreationExpressionSyntax node, IMethodSymbol constructor)
    {
        var given = node.ArgumentList.Arguments.Count;
        var parameters = constructor.Parameters;
        return (given <= parameters.Length || parameters.Length > 0 && parameters[parameters.Length - 1].IsParams) && parameters.Count(p => !p.IsOptional && !p.IsParams) <= given;
    }
}
