using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Skylint.Text;
using Skylint.Text.Sql;

namespace Skylint.CodeFixes.Sql;

/// <summary>
/// Turns the holes of a text expression into parameters by changing as few characters as possible: raw and verbatim strings, line
/// breaks and everything else that is not a hole stay as they are.
/// </summary>
internal sealed partial class SqlTextRewriter
{
    private static readonly Regex s_marker = new(@"[@:$](\w+)", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private readonly List<SqlPart> _parts = [];
    private readonly HashSet<SyntaxNode> _kept = [];
    private readonly SemanticModel _model;
    private readonly IReadOnlyList<TextPiece> _pieces;
    private readonly ParameterStyle _style;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _locals;

    private SqlTextRewriter(SemanticModel model, IReadOnlyList<TextPiece> pieces, ParameterStyle style, HashSet<string> names)
    {
        _model = model;
        _pieces = pieces;
        _style = style;
        _names = names;
        _locals = new(ParameterizePlan.Member(pieces[0].Expression).DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText), StringComparer.Ordinal);
    }

    /// <summary>The changes inside the text expression.</summary>
    public List<TextChange> Changes { get; } = [];

    /// <summary>The values, in the order of their holes.</summary>
    public List<BoundValue> Values { get; } = [];

    /// <summary>The holes of interpolated strings and what each stands for.</summary>
    public IReadOnlyList<(InterpolationSyntax Hole, HoleKind Kind)> Holes =>
        [.. _parts.Where(p => p is { IsHole: true, Interpolation: not null, Known: null }).Select(p => (p.Interpolation!, p.Kind))];

    /// <summary>Some holes cannot be parameters and stay.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>Null when no hole can be bound, or when the text has a shape that this does not read.</summary>
    public static SqlTextRewriter? TryRewrite(SemanticModel model, IReadOnlyList<TextPiece> pieces, ParameterStyle style, HashSet<string> taken, CancellationToken cancellationToken)
    {
        var rewriter = new SqlTextRewriter(model, pieces, style, taken);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!rewriter.Split(pieces[i].Expression, i))
                return null;
        }

        return rewriter.Classify(cancellationToken) && rewriter.Rewrite() ? rewriter : null;
    }

    private bool Split(ExpressionSyntax expression, int piece)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Split(parenthesized.Expression, piece);
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                if (literal.Token.IsKind(SyntaxKind.StringLiteralToken))
                {
                    var open = literal.Token.Text.StartsWith("@", StringComparison.Ordinal) ? 2 : 1;
                    _parts.Add(new SqlPart { Piece = piece, Syntax = literal, Text = literal.Token.ValueText, Span = TextSpan.FromBounds(literal.SpanStart + open, literal.Span.End - 1) });
                    return true;
                }

                return false;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    _parts.Add(content is InterpolationSyntax hole
                        ? new SqlPart { Piece = piece, Syntax = hole.Expression, Span = hole.Span, Interpolation = hole }
                        : new SqlPart { Piece = piece, Syntax = interpolated, Text = ((InterpolatedStringTextSyntax)content).TextToken.ValueText, Span = content.Span });
                }

                return true;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) && _model.GetTypeInfo(binary).Type?.SpecialType == SpecialType.System_String:
                return Split(binary.Left, piece) && Split(binary.Right, piece);
            default:
                _parts.Add(new SqlPart { Piece = piece, Syntax = expression, Span = expression.Span });
                return true;
        }
    }

    private bool Classify(CancellationToken cancellationToken)
    {
        var evaluation = new TextModel(_model.Compilation);
        var scanner = new SqlScanner();
        foreach (var part in _parts.Where(p => p.IsHole))
        {
            var value = new TextEvaluator(evaluation, cancellationToken).Evaluate(_model.GetOperation(part.Syntax, cancellationToken));
            part.IsBad = value.Provenance >= Provenance.Unknown;
            part.Known = !part.IsBad && value.Fragments.Count == 1 ? value.Fragments[0].Text : null;
            part.BringsQuotes = value.Fragments.Any(f => f.Text?.IndexOf('\'') >= 0);
            part.List = _style.Lists == ListStyle.None ? null : ListHole.TryRead(_model, part.Syntax, cancellationToken);
        }

        for (var i = 0; i < _parts.Count; i++)
        {
            var part = _parts[i];

            // What a branch adds must be whole: the text has to be right with it and without it.
            var startsPiece = i > 0 && _parts[i - 1].Piece != part.Piece;
            var mayDiffer = startsPiece && (_pieces[part.Piece].IsConditional || _pieces[_parts[i - 1].Piece].IsConditional);
            if (mayDiffer && !scanner.IsNeutral)
                return false;
            if ((part.Text ?? part.Known) is { } text)
            {
                scanner.Read(text);
                continue;
            }

            part.Kind = mayDiffer ? HoleKind.Clause : scanner.Hole(i + 1 < _parts.Count ? _parts[i + 1].Text ?? _parts[i + 1].Known : null);

            // A list between quotes is no single value, and text that brings quotes of its own is none either.
            var isList = part.List is { } list && IsListHole(i, list);
            if (part.Kind is HoleKind.Value or HoleKind.Quoted or HoleKind.QuotedPart && part.IsBad && !isList && BringsQuotes(part))
                return false;
            if (!isList)
                part.List = null;
            part.IsBound = part.IsBad
                ? isList || part.Kind is HoleKind.Quoted or HoleKind.QuotedPart || (part.Kind == HoleKind.Value && (_style.TakesBareText || !IsBareText(part, cancellationToken)))
                : part.Kind == HoleKind.Value && part.Interpolation is not { FormatClause: not null } && FollowsComparison(i);
            scanner.Pass();
        }

        if (!scanner.IsNeutral || !_parts.Any(p => p.IsBad && p.IsBound))
            return false;
        IsPartial = _parts.Any(p => p.IsBad && !p.IsBound);

        // Positional parameters follow the order of the text; text that has some already is not ours to reorder.
        return !_style.IsPositional || !_parts.Any(p => p.Text?.IndexOf('?') >= 0);
    }

    // What a text without quotes is for the database, the code does not show: a number, a date, a text that has quotes of its own.
    private bool IsBareText(SqlPart part, CancellationToken cancellationToken) =>
        _model.GetTypeInfo(part.Syntax, cancellationToken).Type?.SpecialType is null or SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Char;

    private bool FollowsComparison(int hole)
    {
        var before = hole > 0 ? _parts[hole - 1].Text?.TrimEnd() : null;
        return before is { Length: > 0 } && before[before.Length - 1] is '=' or '<' or '>';
    }

    private bool Rewrite()
    {
        foreach (var part in _parts.Where(p => p.Text is not null))
        {
            foreach (Match match in s_marker.Matches(part.Text!))
                _names.Add(match.Groups[1].Value);
        }

        for (var i = 0; i < _parts.Count; i++)
        {
            if (!_parts[i].IsHole || !_parts[i].IsBound)
                continue;
            var done = _parts[i].List is { } list ? RewriteList(i, list) : _parts[i].Kind == HoleKind.QuotedPart ? RewritePattern(ref i) : RewriteValue(i);
            if (!done)
                return false;
        }

        DropEmptyInterpolation();
        return Changes.Count > 0;
    }

    private bool RewriteValue(int index)
    {
        var part = _parts[index];
        var quoted = part.Kind == HoleKind.Quoted;
        var value = Bind(part, quoted);
        return Replace(index, index, quoted ? 1 : 0, quoted ? 1 : 0, Marker(value), keepsHole: _style.IsHole);
    }

    /// <summary>A quoted text with holes: the whole of it becomes one value.</summary>
    private bool RewritePattern(ref int index)
    {
        var first = index - 1;
        while (first >= 0 && _parts[first].IsHole)
            first--;
        var last = index + 1;
        while (last < _parts.Count && (_parts[last].IsHole || _parts[last].Text!.IndexOf('\'') < 0))
            last++;
        if (first < 0 || last >= _parts.Count || _parts.Skip(first + 1).Take(last - first - 1).Any(p => !p.IsHole && p.Text!.IndexOf('\'') >= 0))
            return false;
        var head = _parts[first].Text!;
        var tail = _parts[last].Text!;
        var open = head.LastIndexOf('\'');
        var close = tail.IndexOf('\'');
        if (open < 0 || (open > 0 && head[open - 1] == '\'') || (close + 1 < tail.Length && tail[close + 1] == '\''))
            return false;

        // The spans of the characters are those of the source only while nothing is escaped.
        var prefix = head.Substring(open + 1);
        var suffix = tail.Substring(0, close);
        if (prefix.IndexOfAny(['\\', '"', '{', '}', '\n']) >= 0 || suffix.IndexOfAny(['\\', '"', '{', '}', '\n']) >= 0)
            return false;
        var text = "$\"" + prefix;
        if (_pieces[_parts[first].Piece].IsConditional != _pieces[_parts[last].Piece].IsConditional)
            return false;
        for (var i = first + 1; i < last; i++)
        {
            var between = _parts[i];
            if (between.Text is { } literal)
            {
                if (literal.IndexOfAny(['\\', '"', '{', '}', '\n']) >= 0)
                    return false;
                text += literal;
            }
            else
            {
                text += between.Interpolation is { } interpolation ? (interpolation.Expression == ListHole.Unescaped(interpolation.Expression) ? interpolation.ToString() : "{" + ListHole.Unescaped(interpolation.Expression) + "}") : "{" + Bracketed(ListHole.Unescaped(between.Syntax)) + "}";
            }
        }

        text += suffix + "\"";
        var hole = _parts[index];
        var name = ParameterName.For(hole.Syntax, _names);
        var value = new BoundValue(name, text, _model.Compilation.GetSpecialType(SpecialType.System_String), false, true, hole.Piece) { IsPattern = true };
        Values.Add(value);
        var result = Replace(first + 1, last - 1, prefix.Length + 1, suffix.Length + 1, Marker(value), keepsHole: _style.IsHole);
        index = last - 1;
        return result;
    }

    private string Marker(BoundValue value) => !_style.IsHole ? _style.Marker(value.Name)
        : "{" + (SyntaxFactory.ParseExpression(value.Expression) is ConditionalExpressionSyntax or AliasQualifiedNameSyntax ? "(" + value.Expression + ")" : value.Expression) + "}";

    private BoundValue Bind(SqlPart part, bool quoted)
    {
        var interpolation = part.Interpolation;
        var expression = quoted ? ListHole.Unescaped(part.Syntax) : part.Syntax;
        var source = expression.WithoutTrivia().ToString();
        while (source.Length > 2 && expression is ParenthesizedExpressionSyntax parenthesized && interpolation is not null)
        {
            expression = parenthesized.Expression;
            source = expression.WithoutTrivia().ToString();
        }

        var info = _model.GetTypeInfo(expression);
        var type = info.Type;
        if (interpolation is { FormatClause: not null } or { AlignmentClause: not null })
        {
            // As it stands in the text: a hole's format would be lost on the way into a parameter.
            source = "$\"" + interpolation + "\"";
            type = _model.Compilation.GetSpecialType(SpecialType.System_String);
        }

        // One value that stands in the text twice is one parameter.
        if (!_style.IsPositional && Values.FirstOrDefault(v => v.Expression == source && (v.Piece == part.Piece || !_pieces[v.Piece].IsConditional)) is { } same && expression is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            return same;
        var value = new BoundValue(ParameterName.For(expression, _names), source, type, info.Nullability.FlowState == NullableFlowState.MaybeNull, quoted, part.Piece);
        Values.Add(value);
        return value;
    }

    /// <summary>Puts the marker where the holes stood, together with the characters around them that go with them.</summary>
    private bool Replace(int first, int last, int before, int after, string marker, bool keepsHole = false)
    {
        var previous = first > 0 ? _parts[first - 1] : null;
        var next = last + 1 < _parts.Count ? _parts[last + 1] : null;
        if (before > 0 && (previous?.Text is null || previous.Span.Length < before) || after > 0 && (next?.Text is null || next.Span.Length < after))
            return false;
        var inOneString = _parts[first].Interpolation is { } a && _parts[last].Interpolation is { } b && a.Parent == b.Parent
            && (before == 0 || previous!.Syntax == a.Parent) && (after == 0 || next!.Syntax == a.Parent);
        if (inOneString)
        {
            Change(_parts[first].Span.Start - before, _parts[last].Span.End + after, marker);
            if (keepsHole)
                _kept.Add(_parts[first].Interpolation!.Parent!);
            return true;
        }

        if (_parts[first].Interpolation is not null || _parts[last].Interpolation is not null)
            return false;
        if (previous?.Piece != _parts[first].Piece && !IsOneChain(previous, first, last, next))
            return first == last && ReplacePiece(first, before, after, marker);
        if (previous?.Text is null)
            return false;
        var closing = previous.Syntax is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken or (int)SyntaxKind.InterpolatedVerbatimStringStartToken } ? "\"" : null;
        if (closing is null)
            return false;
        var start = previous.Span.End - before;
        if (next?.Text is null)
        {
            Change(start, _parts[last].Span.End, marker + closing);
            return true;
        }

        var text = previous.Syntax.SyntaxTree.GetText();
        var sameLine = text.Lines.GetLineFromPosition(previous.Span.End).LineNumber == text.Lines.GetLineFromPosition(next.Span.Start).LineNumber;
        if (next.Piece != _parts[last].Piece && !IsOneChain(previous, first, last, next))
        {
            Change(start, _parts[last].Span.End, marker + closing);
            if (after > 0)
                Change(next.Span.Start, next.Span.Start + after, "");
            return true;
        }

        var merges = previous.Syntax is LiteralExpressionSyntax p && next.Syntax is LiteralExpressionSyntax n && p.Token.Text[0] == n.Token.Text[0];
        if (merges && (sameLine || next.Span.Length == after))
        {
            Change(start, next.Span.Start + after, marker);
            return true;
        }

        Change(start, _parts[last].Span.End, marker + closing);
        if (after > 0)
            Change(next.Span.Start, next.Span.Start + after, "");
        return true;
    }

    /// <summary>An interpolated string whose last hole is gone is a plain string.</summary>
    private void DropEmptyInterpolation()
    {
        foreach (var interpolated in _parts.Where(p => p.Interpolation is not null).Select(p => (InterpolatedStringExpressionSyntax)p.Interpolation!.Parent!).Distinct().ToList())
        {
            var holes = _parts.Where(p => p.Interpolation?.Parent == interpolated).ToList();
            var source = interpolated.ToString();
            if (_kept.Contains(interpolated) || holes.Any(h => !h.IsBound) || interpolated.Contents.OfType<InterpolatedStringTextSyntax>().Any(t => t.TextToken.Text.IndexOfAny(['{', '}']) >= 0))
                continue;
            var dollars = source.IndexOf('$');
            var count = source.Skip(dollars).TakeWhile(c => c == '$').Count();
            Change(interpolated.SpanStart + dollars, interpolated.SpanStart + dollars + count, "");
        }
    }

    private void Change(int start, int end, string text) => Changes.Add(new TextChange(TextSpan.FromBounds(start, end), text));

    private static string Bracketed(ExpressionSyntax expression) =>
        expression is ConditionalExpressionSyntax ? "(" + expression.WithoutTrivia() + ")" : expression.WithoutTrivia().ToString();
}
