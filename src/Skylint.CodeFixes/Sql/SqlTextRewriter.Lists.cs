using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Text.Sql;

namespace Skylint.CodeFixes.Sql;

/// <summary>Lists of values, and texts whose pieces stand in statements of their own.</summary>
internal sealed partial class SqlTextRewriter
{
    private static readonly Regex s_in = new(@"(?<not>\bNOT\s+)?\bIN\s*\((?<quote>'?)$", RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Statements that have to stand before the text: the markers of each list.</summary>
    public List<string> Prelude { get; } = [];

    /// <summary>True for a hole that fills the parentheses of <c>IN</c> with a list that is quoted as it has to be.</summary>
    private bool IsListHole(int hole, ListHole list)
    {
        if (hole == 0 || hole + 1 >= _parts.Count || _parts[hole - 1].Piece != _parts[hole].Piece || _parts[hole + 1].Piece != _parts[hole].Piece)
            return false;
        var quote = list.IsQuoted ? "" : "'";
        return _parts[hole - 1].Text is { } head && s_in.Match(head) is { Success: true } match && match.Groups["quote"].Value == quote
            && _parts[hole + 1].Text is { } tail && tail.StartsWith(quote + ")", StringComparison.Ordinal);
    }

    private static bool BringsQuotes(SqlPart part) =>
        part.BringsQuotes && ListHole.Unescaped(part.Syntax) == part.Syntax;

    private bool RewriteList(int index, ListHole list)
    {
        var part = _parts[index];
        var head = _parts[index - 1].Text!;
        var match = s_in.Match(head);
        var quote = match.Groups["quote"].Length;
        var collection = list.Collection.ToString();
        var name = ParameterName.For(list.Collection, _names);
        var value = new BoundValue(name, collection, list.ElementType, false, true, part.Piece) { Count = list.Count };
        switch (_style.Lists)
        {
            case ListStyle.Expanded:
                // The library writes the parentheses.
                Values.Add(value);
                return Replace(index, index, quote + 1, quote + 1, _style.Marker(name));
            case ListStyle.Array:
                Values.Add(value);
                return Replace(index, index, match.Length, quote, (match.Groups["not"].Success ? "<> ALL(" : "= ANY(") + _style.Marker(name));
        }

        if (_pieces[part.Piece].IsConditional)
            return false;
        var markers = ParameterName.Free(name + "Markers", _locals);
        var item = ParameterName.Free("i", _locals);
        var each = _style.IsHole
            ? $"{collection}.Select((_, {item}) => \"{{\" + {item} + \"}}\")"
            : _style.IsPositional
            ? $"Enumerable.Repeat(\"{_style.Prefix}\", {collection}.{list.Count})"
            : $"{collection}.Select((_, {item}) => \"{_style.Marker(name)}\" + {item})";

        Prelude.Add($"var {markers} = {collection}.{list.Count} == 0 ? \"{_style.EmptyList}\" : string.Join(\", \", {each});");
        Values.Add(value with { Index = item });
        return part.Interpolation is not null
            ? Replace(index, index, quote, quote, "{" + markers + "}", keepsHole: true)
            : ReplacePiece(index, quote, quote, markers, isCode: true);
    }

    /// <summary>True when the parts are operands of one sum, or plain literals handed to calls of <c>Append</c> that follow one another: what stands between them can go.</summary>
    private bool IsOneChain(SqlPart? previous, int first, int last, SqlPart? next)
    {
        if (previous is null || next is null || previous.Text is null || next.Text is null)
            return false;
        var statement = _pieces[_parts[first].Piece].Statement;
        for (var i = _parts.IndexOf(previous); i < _parts.IndexOf(next); i++)
        {
            var piece = _pieces[_parts[i].Piece];
            var isAppended = piece.Expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" } } };
            if (piece.Statement != statement || !(isAppended || piece.Expression.Parent is BinaryExpressionSyntax))
                return false;
        }

        return _pieces[next.Piece].Statement == statement && previous.Syntax == _pieces[previous.Piece].Expression && next.Syntax == _pieces[next.Piece].Expression
            && _parts.Skip(first).Take(last - first + 1).All(p => !p.IsHole || p.Syntax == _pieces[p.Piece].Expression)
            && previous.Syntax is LiteralExpressionSyntax p && next.Syntax is LiteralExpressionSyntax n && p.Token.Text[0] == n.Token.Text[0]
            && previous.Syntax.SyntaxTree.GetLineSpan(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(previous.Span.End, next.Span.Start)) is var span && span.StartLinePosition.Line == span.EndLinePosition.Line;
    }

    /// <summary>Puts the marker in the hole's own place and takes the quotes out of the texts before and after it.</summary>
    private bool ReplacePiece(int hole, int before, int after, string marker, bool isCode = false)
    {
        var previous = hole > 0 ? _parts[hole - 1] : null;
        var next = hole + 1 < _parts.Count ? _parts[hole + 1] : null;
        if (before > 0)
            Change(previous!.Span.End - before, previous.Span.End, "");
        if (after > 0)
            Change(next!.Span.Start, next.Span.Start + after, "");
        Change(_parts[hole].Span.Start, _parts[hole].Span.End, isCode ? marker : "\"" + marker + "\"");
        return true;
    }
}
