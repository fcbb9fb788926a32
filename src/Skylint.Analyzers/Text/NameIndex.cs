using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Text;

/// <summary>Where each name is mentioned in one file. Read once, and kept as long as the file's tree: an editor makes a new compilation for each keystroke, with all trees but one as they were.</summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> s_indexes = new();

    private readonly SyntaxNode _root;
    private readonly Dictionary<string, List<int>> _positions = new(StringComparer.Ordinal);

    private NameIndex(SyntaxNode root)
    {
        _root = root;
        foreach (var token in root.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is not SimpleNameSyntax)
                continue;
            var name = token.ValueText;
            if (!_positions.TryGetValue(name, out var positions))
                _positions.Add(name, positions = []);
            positions.Add(token.SpanStart);
        }
    }

    public static NameIndex Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_indexes.TryGetValue(tree, out var known) ? known : s_indexes.GetValue(tree, t => new NameIndex(t.GetRoot(cancellationToken)));

    /// <summary>True when the name is mentioned inside the span.</summary>
    public bool IsMentioned(string name, TextSpan span)
    {
        if (!_positions.TryGetValue(name, out var positions))
            return false;
        var first = First(positions, span.Start);
        return first < positions.Count && positions[first] < span.End;
    }

    /// <summary>The positions of the name inside the span, in source order.</summary>
    public IEnumerable<int> Positions(string name, TextSpan span)
    {
        if (!_positions.TryGetValue(name, out var positions))
            yield break;
        for (var i = First(positions, span.Start); i < positions.Count && positions[i] < span.End; i++)
            yield return positions[i];
    }

    /// <summary>The mentions of the name inside the span, in source order.</summary>
    public IEnumerable<SimpleNameSyntax> Mentions(string name, TextSpan span)
    {
        foreach (var position in Positions(name, span))
        {
            if (_root.FindToken(position).Parent is SimpleNameSyntax mention)
                yield return mention;
        }
    }

    private static int First(List<int> positions, int start)
    {
        var found = positions.BinarySearch(start);
        return found < 0 ? ~found : found;
    }
}
