using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Syntax;

namespace Skylint.Cdk.Model;

/// <summary>
/// Where a file may make a construct or call a method that a rule judges, told from its syntax: what is not there need not be looked up. Kept with the
/// syntax tree, so that an edit re-reads one file.
/// </summary>
internal sealed class ConstructSites
{
    private static readonly ConditionalWeakTable<SyntaxTree, ConstructSites> s_all = new();

    private readonly SyntaxTree _tree;
    private readonly List<SyntaxNode> _baseCalls = [];
    private readonly HashSet<string> _classes = new(StringComparer.Ordinal);

    private ConstructSites(SyntaxTree tree)
    {
        _tree = tree;
        foreach (var node in tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (node)
            {
                case UsingDirectiveSyntax { Alias: { } alias }:
                    _classes.Add(alias.Name.Identifier.ValueText);
                    break;
                case ClassDeclarationSyntax or RecordDeclarationSyntax:
                    var type = (TypeDeclarationSyntax)node;
                    _classes.Add(type.Identifier.ValueText);
                    if (type.BaseList?.Types.FirstOrDefault() is PrimaryConstructorBaseTypeSyntax primary)
                        _baseCalls.Add(primary);
                    break;
                case ConstructorDeclarationSyntax { Initializer: { } initializer } when initializer.IsKind(SyntaxKind.BaseConstructorInitializer):
                    _baseCalls.Add(initializer);
                    break;
            }
        }
    }

    public static ConstructSites Of(SyntaxTree tree) => s_all.GetValue(tree, t => new ConstructSites(t));

    /// <summary>The names of the classes that the file declares, and those that it gives to others.</summary>
    public IReadOnlyCollection<string> Classes => _classes;

    /// <summary>
    /// Creations of a class whose name is asked for, or that do not name their class; every <c>base(...)</c>; and calls of methods by name.
    /// </summary>
    /// <param name="isClass">Whether creations under this simple name are wanted.</param>
    /// <param name="methods">Names of the methods whose calls may be wanted.</param>
    /// <param name="isMethod">Whether calls of one of them are wanted here; asked for those that the file writes.</param>
    public IEnumerable<SyntaxNode> Find(Func<string, bool> isClass, IReadOnlyList<Word> methods, Func<string, bool> isMethod)
    {
        foreach (var node in _baseCalls)
            yield return node;
        var names = NameIndex.Of(_tree);
        foreach (var creation in names.Creations(isClass))
        {
            if (creation is not ObjectCreationExpressionSyntax { Type: var type } || NameOf(type) is { } name && isClass(name))
                yield return creation;
        }

        foreach (var method in methods)
        {
            if (!names.Has(method) || !isMethod(method.Text))
                continue;
            foreach (var name in names.Occurrences(method.Text))
            {
                if (CallOf(name) is { } call)
                    yield return call;
            }
        }
    }

    private static string? NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The call whose method is named here.</summary>
    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name)
    {
        ExpressionSyntax called = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called ? call : null;
    }
}
