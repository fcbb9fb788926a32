using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Observability.Generator;

/// <summary>
/// What a file declares: without comments, without the bodies of members, and with the nullable directives, which decide what a type's name means.
/// </summary>
internal sealed class Declarations
{
    private Declarations(IReadOnlyList<DeclaredType> types, IReadOnlyList<string> namespaces, ContentHash rest, ContentHash globalUsings, IReadOnlyCollection<string> usings)
    {
        Types = types;
        Namespaces = namespaces;
        Rest = rest;
        GlobalUsings = globalUsings;
        Usings = usings;
        Hash = ContentHash.Of(types.Select(type => type.Hash).Append(rest).Append(globalUsings));
    }

    /// <summary>The types that stand in no other type.</summary>
    public IReadOnlyList<DeclaredType> Types { get; }

    /// <summary>The full names of the namespaces, each once.</summary>
    public IReadOnlyList<string> Namespaces { get; }

    /// <summary>What stands outside of types.</summary>
    public ContentHash Rest { get; }

    /// <summary>The usings that hold for all files.</summary>
    public ContentHash GlobalUsings { get; }

    /// <summary>The names in the usings, global ones included.</summary>
    public IReadOnlyCollection<string> Usings { get; }

    /// <summary>Everything.</summary>
    public ContentHash Hash { get; }

    public static Declarations Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        var rest = new TokenText(cancellation);
        rest.Add(((CSharpParseOptions)tree.Options).LanguageVersion.ToString());
        var global = new TokenText(cancellation);
        var types = new List<(MemberDeclarationSyntax Node, string Namespace)>();
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        Outside(root.Usings, root.Members, root.Externs, root.AttributeLists, "", rest, global, types, namespaces);
        if (root.ContainsDirectives)
            NullableDirectives(root, types, rest);

        // The usings and the directives of a file decide what the names in its types mean, so they are a part of each.
        var context = rest.Hash();
        var usings = new HashSet<string>(rest.Identifiers.Concat(global.Identifiers), StringComparer.Ordinal);
        var declared = types.Select(type =>
        {
            var text = new TokenText(cancellation);
            text.Add(type.Namespace);
            text.Visit(type.Node);
            return new DeclaredType(ContentHash.Of([text.Hash(), context]), Names(type.Node), [.. text.Identifiers.Concat(usings).Distinct()]);
        });
        return new Declarations([.. declared], [.. namespaces], context, global.Hash(), usings);
    }

    /// <summary>A directive holds on after the type, or the body, that it stands in.</summary>
    private static void NullableDirectives(CompilationUnitSyntax root, List<(MemberDeclarationSyntax Node, string Namespace)> types, TokenText rest)
    {
        foreach (var trivia in root.DescendantTrivia(node => node.ContainsDirectives))
        {
            if (trivia.IsKind(SyntaxKind.NullableDirectiveTrivia))
                rest.Add($"{types.Count(type => type.Node.SpanStart <= trivia.SpanStart)} {trivia.ToFullString().Trim()}");
        }
    }

    private static void Outside(
        SyntaxList<UsingDirectiveSyntax> usings,
        SyntaxList<MemberDeclarationSyntax> members,
        SyntaxList<ExternAliasDirectiveSyntax> aliases,
        SyntaxList<AttributeListSyntax> attributes,
        string space,
        TokenText rest,
        TokenText global,
        List<(MemberDeclarationSyntax Node, string Namespace)> types,
        HashSet<string> namespaces)
    {
        foreach (var directive in usings)
            (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) ? global : rest).Visit(directive);
        foreach (var node in aliases.Concat<SyntaxNode>(attributes))
            rest.Visit(node);
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax inner)
            {
                var name = (space.Length == 0 ? "" : space + ".") + string.Concat(inner.Name.DescendantTokens().Select(token => token.ValueText));
                namespaces.Add(name);
                rest.Add(name);
                Outside(inner.Usings, inner.Members, inner.Externs, inner.AttributeLists, name, rest, global, types, namespaces);
            }
            else if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            {
                types.Add((member, space));
            }
            else if (member is not GlobalStatementSyntax)
            {
                rest.Visit(member);
            }
        }
    }

    /// <summary>What the type and the types in it are called.</summary>
    private static string[] Names(MemberDeclarationSyntax type) =>
        [.. type.DescendantNodesAndSelf(node => node is BaseTypeDeclarationSyntax).Select(node => node switch
        {
            BaseTypeDeclarationSyntax declaration => declaration.Identifier.ValueText,
            DelegateDeclarationSyntax declaration => declaration.Identifier.ValueText,
            _ => "",
        }).Where(name => name.Length > 0).Distinct()];
}
