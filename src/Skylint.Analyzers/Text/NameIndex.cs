using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Text;

/// <summary>
/// Where a name is mentioned in one file. Its characters are searched first, and the syntax is asked only where the name stands in them. Kept as long as the
/// file's tree: an editor makes a new compilation for each keystroke, with all trees but one as they were.
/// </summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> s_indexes = new();

    private readonly ConcurrentDictionary<string, int[]> _positions = new(StringComparer.Ordinal);
    private readonly SyntaxNode _root;
    private readonly string _text;

    private NameIndex(SyntaxTree tree, CancellationToken cancellationToken)
    {
        _root = tree.GetRoot(cancellationToken);
        _text = tree.GetText(cancellationToken).ToString();
    }

    public static NameIndex Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_indexes.TryGetValue(tree, out var known) ? known : s_indexes.GetValue(tree, t => new NameIndex(t, cancellationToken));

    /// <summary>True when the name is mentioned inside the span.</summary>
    public bool IsMentioned(string name, TextSpan span)
    {
        var positions = PositionsOf(name);
        var first = First(positions, span.Start);
        return first < positions.Length && positions[first] < span.End;
    }

    /// <summary>The mentions of the name inside the span, in source order.</summary>
    public IEnumerable<SimpleNameSyntax> Mentions(string name, TextSpan span)
    {
        var positions = PositionsOf(name);
        for (var i = First(positions, span.Start); i < positions.Length && positions[i] < span.End; i++)
        {
            if (_root.FindToken(positions[i]).Parent is SimpleNameSyntax mention)
                yield return mention;
        }
    }

    private int[] PositionsOf(string name) => _positions.TryGetValue(name, out var known) ? known : _positions.GetOrAdd(name, Find(name));

    // Comments and literals are told from code by the token that stands there.
    private int[] Find(string name)
    {
        var found = new List<int>();
        for (var at = name.Length == 0 ? -1 : _text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at > 0 && SyntaxFacts.IsIdentifierPartCharacter(_text[at - 1])) || (end < _text.Length && SyntaxFacts.IsIdentifierPartCharacter(_text[end])))
                continue;
            var token = _root.FindToken(at);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(at) && token.Parent is SimpleNameSyntax && token.ValueText == name)
                found.Add(token.SpanStart);
        }

        return [.. found];
    }

    private static int First(int[] positions, int start)
    {
        var found = Array.BinarySearch(positions, start);
        return found < 0 ? ~found : found;
    }
}
