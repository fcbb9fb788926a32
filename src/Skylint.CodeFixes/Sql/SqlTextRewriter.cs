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
internal sealed class SqlTextRewriter
{
    private static readonly Regex s_marker = new(@"[@:$](\w+)", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private readonly List<SqlPart> _parts = [];
    private readonly SemanticModel _model;
    private readonly ExpressionSyntax _expression;
    private readonly ParameterStyle _style;
    private readonly HashSet<string> _names;

    private SqlTextRewriter(SemanticModel model, ExpressionSyntax expression, ParameterStyle style, HashSet<string> names)
    {
        _model = model;
        _expression = expression;
        _style = style;
        _names = names;
    }

    /// <summary>The changes inside the text expression.</summary>
    public List<TextChange> Changes { get; } = [];

    /// <summary>The values, in the order of their holes.</summary>
    public List<BoundValue> Values { get; } = [];

    /// <summary>Some holes cannot be parameters and stay.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>Null when no hole can be bound, or when the text has a shape that this does not read.</summary>
    public static SqlTextRewriter? TryRewrite(SemanticModel model, ExpressionSyntax expression, ParameterStyle style, HashSet<string> taken, CancellationToken cancellationToken)
    {
        var rewriter = new SqlTextRewriter(model, expression, style, taken);
        return rewriter.Split(expression) && rewriter.Classify(cancellationToken) && rewriter.Rewrite() ? rewriter : null;
    }

    private bool Split(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Split(parenthesized.Expression);
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                if (literal.Token.IsKind(SyntaxKind.StringLiteralToken))
                {
                    var open = literal.Token.Text.StartsWith("@", StringComparison.Ordinal) ? 2 : 1;
                    _parts.Add(new SqlPart { Syntax = literal, Text = literal.Token.ValueText, Span = TextSpan.FromBounds(literal.SpanStart + open, literal.Span.End - 1) });
                    return true;
                }

                return false;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    _parts.Add(content is InterpolationSyntax hole
                        ? new SqlPart { Syntax = hole.Expression, Span = hole.Span, Interpolation = hole }
                        : new SqlPart { Syntax = interpolated, Text = ((InterpolatedStringTextSyntax)content).TextToken.ValueText, Span = content.Span });
                }

                return true;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) && _model.GetTypeInfo(binary).Type?.SpecialType == SpecialType.System_String:
                return Split(binary.Left) && Split(binary.Right);
            default:
                _parts.Add(new SqlPart { Syntax = expression, Span = expression.Span });
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
        }

        for (var i = 0; i < _parts.Count; i++)
        {
            var part = _parts[i];
            if ((part.Text ?? part.Known) is { } text)
            {
                scanner.Read(text);
                continue;
            }

            part.Kind = scanner.Hole(i + 1 < _parts.Count ? _parts[i + 1].Text ?? _parts[i + 1].Known : null);
            part.IsBound = part.IsBad
                ? part.Kind is HoleKind.Value or HoleKind.Quoted or HoleKind.QuotedPart
                : part.Kind == HoleKind.Value && part.Interpolation is not { FormatClause: not null } && FollowsComparison(i);
            scanner.Pass();
        }

        if (!scanner.IsNeutral || !_parts.Any(p => p.IsBad && p.IsBound))
            return false;
        IsPartial = _parts.Any(p => p.IsBad && !p.IsBound);

        // Positional parameters follow the order of the text; text that has some already is not ours to reorder.
        return !_style.IsPositional || !_parts.Any(p => p.Text?.IndexOf('?') >= 0);
    }

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
            var done = _parts[i].Kind == HoleKind.QuotedPart ? RewritePattern(ref i) : RewriteValue(i);
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
        var value = Bind(part.Syntax, part.Interpolation, quoted);
        return Replace(index, index, quoted ? 1 : 0, quoted ? 1 : 0, _style.Marker(value.Name));
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
                text += between.Interpolation is { } interpolation ? interpolation.ToString() : "{" + Bracketed(between.Syntax) + "}";
            }
        }

        text += suffix + "\"";
        var hole = _parts[index];
        var name = NameFor(hole.Syntax);
        Values.Add(new BoundValue(name, text, _model.Compilation.GetSpecialType(SpecialType.System_String), false, true));
        var result = Replace(first + 1, last - 1, prefix.Length + 1, suffix.Length + 1, _style.Marker(name));
        index = last - 1;
        return result;
    }

    private BoundValue Bind(ExpressionSyntax expression, InterpolationSyntax? interpolation, bool quoted)
    {
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
            source = "$\"" + interpolation + "\"";
            type = _model.Compilation.GetSpecialType(SpecialType.System_String);
        }

        // One value that stands in the text twice is one parameter.
        if (!_style.IsPositional && Values.FirstOrDefault(v => v.Expression == source) is { } same && expression is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            return same;
        var value = new BoundValue(NameFor(expression), source, type, info.Nullability.FlowState == NullableFlowState.MaybeNull, quoted);
        Values.Add(value);
        return value;
    }

    /// <summary>Puts the marker where the holes stood, together with the characters around them that go with them.</summary>
    private bool Replace(int first, int last, int before, int after, string marker)
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
            return true;
        }

        if (_parts[first].Interpolation is not null || _parts[last].Interpolation is not null || previous?.Text is null)
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

        var text = _expression.SyntaxTree.GetText();
        var sameLine = text.Lines.GetLineFromPosition(previous.Span.End).LineNumber == text.Lines.GetLineFromPosition(next.Span.Start).LineNumber;
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
            if (holes.Any(h => !h.IsBound) || interpolated.Contents.OfType<InterpolatedStringTextSyntax>().Any(t => t.TextToken.Text.IndexOfAny(['{', '}']) >= 0))
                continue;
            var dollars = source.IndexOf('$');
            var count = source.Skip(dollars).TakeWhile(c => c == '$').Count();
            Change(interpolated.SpanStart + dollars, interpolated.SpanStart + dollars + count, "");
        }
    }

    private void Change(int start, int end, string text) => Changes.Add(new TextChange(TextSpan.FromBounds(start, end), text));

    private string NameFor(ExpressionSyntax expression)
    {
        var name = Suggest(expression);
        var letters = new string([.. name.Where(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')]).TrimStart('_');
        if (letters.Length == 0 || char.IsDigit(letters[0]))
            letters = "value";
        letters = char.ToLowerInvariant(letters[0]) + letters.Substring(1);
        var unique = letters;
        for (var i = 2; !_names.Add(unique); i++)
            unique = letters + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return unique;
    }

    private static string Suggest(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "Text" } access => Suggest(access.Expression),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "Trim" or "Replace" or "ToUpper" or "ToLower" or "ToLowerInvariant" or "ToUpperInvariant" or "Substring" } access } => Suggest(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText is var n && n.StartsWith("Get", StringComparison.Ordinal) && n.Length > 3 ? n.Substring(3) : n,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText is var n && n.StartsWith("Get", StringComparison.Ordinal) && n.Length > 3 ? n.Substring(3) : n,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } when arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string key } => key,
        ElementAccessExpressionSyntax element => Suggest(element.Expression),
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax parenthesized => Suggest(parenthesized.Expression),
        PostfixUnaryExpressionSyntax postfix => Suggest(postfix.Operand),
        _ => "value",
    };

    private static string Bracketed(ExpressionSyntax expression) =>
        expression is ConditionalExpressionSyntax ? "(" + expression.WithoutTrivia() + ")" : expression.WithoutTrivia().ToString();
}
