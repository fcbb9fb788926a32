using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Cdk.Model;

/// <summary>
/// Where a name stands as an identifier in a file. The text is searched first and the syntax is asked only where the text has the name: walking the
/// nodes of a file costs more than most rules want to know. Kept with the syntax tree, so that an edit re-reads one file.
/// </summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> s_all = new();

    private readonly ConcurrentDictionary<string, IReadOnlyList<SimpleNameSyntax>> _names = new(StringComparer.Ordinal);
    private readonly SyntaxTree _tree;
    private string? _text;
    private IReadOnlyList<ImplicitObjectCreationExpressionSyntax>? _targetTyped;

    private NameIndex(SyntaxTree tree) => _tree = tree;

    private string Text => _text ??= _tree.GetText().ToString();

    public static NameIndex Of(SyntaxTree tree) => s_all.GetValue(tree, t => new NameIndex(t));

    /// <summary>The places where the name is written, in their order.</summary>
    public IReadOnlyList<SimpleNameSyntax> Occurrences(string name)
    {
        if (_names.TryGetValue(name, out var known))
            return known;
        List<SimpleNameSyntax>? found = null;
        foreach (var token in Tokens(name))
        {
            if (token.Parent is SimpleNameSyntax node && token.ValueText == name)
                (found ??= []).Add(node);
        }

        return _names.GetOrAdd(name, found ?? (IReadOnlyList<SimpleNameSyntax>)[]);
    }

    /// <summary>The creations that do not name their type: <c>new(...)</c>.</summary>
    public IReadOnlyList<ImplicitObjectCreationExpressionSyntax> TargetTyped => _targetTyped ??=
        [.. Tokens("new").Where(t => t.IsKind(SyntaxKind.NewKeyword)).Select(t => t.Parent).OfType<ImplicitObjectCreationExpressionSyntax>()];

    // The text is that of whole words; comments and strings are told from code by the token there.
    private IEnumerable<SyntaxToken> Tokens(string word)
    {
        var text = Text;
        SyntaxNode? root = null;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if (at > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[at - 1]) || end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end]))
                continue;
            var token = (root ??= _tree.GetRoot()).FindToken(at);
            if (token.Span.Contains(at))
                yield return token;
        }
    }
}
