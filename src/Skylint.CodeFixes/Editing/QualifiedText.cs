using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.CodeFixes.Editing;

/// <summary>
/// Shortens the type names that a fix's expression writes in full to what the file would write, and says which usings that takes.
/// A name that means something else in the file stays in full.
/// </summary>
internal static class QualifiedText
{
    private static readonly Regex s_qualified = new(@"\b(?:Amazon|System|Constructs|Microsoft)(?:\.\w+)+", RegexOptions.CultureInvariant);

    /// <summary>The text as it is written at a position of the file, and the namespaces to import for it.</summary>
    public static (string Text, IReadOnlyList<string> Usings) Shorten(string text, SemanticModel model, int position, bool mayImport)
    {
        var usings = new SortedSet<string>(StringComparer.Ordinal);
        var shortened = s_qualified.Replace(text, match => Name(match.Value, model, position, mayImport, usings));
        return (shortened, [.. usings]);
    }

    /// <summary>A type's name as it is written at a position of the file.</summary>
    public static string Of(INamedTypeSymbol type, SemanticModel model, int position, bool mayImport, ISet<string> usings) =>
        Name(type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat), model, position, mayImport, usings);

    private static string Name(string qualified, SemanticModel model, int position, bool mayImport, ISet<string> usings)
    {
        var parts = qualified.Split('.');
        var (space, length) = LongestNamespace(parts, model.Compilation);
        if (space is null || length >= parts.Length || space.GetTypeMembers(parts[length]).FirstOrDefault() is not { } type)
            return qualified;
        var simple = string.Join(".", parts.Skip(length));
        var bound = model.GetSpeculativeSymbolInfo(position, NameOf(type), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol?.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(bound, type))
            return simple;
        if (bound is not null || !mayImport)
            return qualified;
        usings.Add(space.ToDisplayString());
        return simple;
    }

    // A generic name means something only with as many arguments as the type has.
    private static SimpleNameSyntax NameOf(INamedTypeSymbol type) => type.Arity == 0
        ? SyntaxFactory.IdentifierName(type.Name)
        : SyntaxFactory.GenericName(
            SyntaxFactory.Identifier(type.Name),
            SyntaxFactory.TypeArgumentList(SyntaxFactory.SeparatedList<TypeSyntax>(Enumerable.Repeat(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.ObjectKeyword)), type.Arity))));

    private static (INamespaceSymbol? Space, int Length) LongestNamespace(string[] parts, Compilation compilation)
    {
        INamespaceSymbol? at = compilation.GlobalNamespace;
        var length = 0;
        while (length < parts.Length && at.GetNamespaceMembers().FirstOrDefault(n => n.Name == parts[length]) is { } next)
        {
            at = next;
            length++;
        }

        return length == 0 ? (null, 0) : (at, length);
    }

    /// <summary>Adds usings where the file has its own, in order when the file keeps them in order.</summary>
    public static SyntaxNode AddUsings(SyntaxNode root, IReadOnlyList<string> namespaces)
    {
        foreach (var name in namespaces)
        {
            if (root is CompilationUnitSyntax unit && !unit.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any(u => u.Alias is null && u.Name?.ToString() == name))
                root = AddUsing(unit, name);
        }

        return root;
    }

    private static CompilationUnitSyntax AddUsing(CompilationUnitSyntax unit, string name)
    {
        var inNamespace = unit.Usings.Count == 0 ? unit.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(n => n.Usings.Count > 0) : null;
        var existing = inNamespace?.Usings ?? unit.Usings;
        var endOfLine = EndOfLine(unit);
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(endOfLine);
        var plain = existing.Where(u => u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None) && u.GlobalKeyword.IsKind(SyntaxKind.None)).ToList();
        if (plain.Count == 0)
        {
            // Comments at the top of the file stay above what is added.
            var first = unit.GetFirstToken(includeZeroWidth: true);
            return unit.ReplaceToken(first, first.WithLeadingTrivia()) is var bare
                ? bare.AddUsings(directive.WithLeadingTrivia(first.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.TriviaList(unit.Members.Count > 0 && existing.Count == 0 ? [endOfLine, endOfLine] : [endOfLine])))
                : unit;
        }

        // System first is how the tools order usings; elsewhere alphabetical.
        var after = plain.LastOrDefault(u => Compare(u.Name!.ToString(), name) < 0);
        if (after is null)
        {
            var before = plain[0];
            var added = directive.WithLeadingTrivia(before.GetLeadingTrivia());
            return unit.ReplaceNode(before, [added, before.WithLeadingTrivia(before.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)))]);
        }

        return unit.InsertNodesAfter(after, [directive.WithLeadingTrivia(after.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)))]);
    }

    private static int Compare(string left, string right)
    {
        var systemFirst = IsSystem(right).CompareTo(IsSystem(left));
        return systemFirst != 0 ? systemFirst : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);

        static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
    }

    private static SyntaxTrivia EndOfLine(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found : SyntaxFactory.LineFeed;
}
