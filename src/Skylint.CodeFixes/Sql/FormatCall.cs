using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.CodeFixes.Sql;

/// <summary>Writes <c>string.Format</c> and <c>string.Concat</c> as what they stand for, an interpolated string or a sum, so that their holes can be read in place; and a sum as an interpolated string.</summary>
internal static class FormatCall
{
    private static readonly Regex s_hole = new(@"\{(?<ordinal>\d+)(?<format>(?:,[^{}:]*)?(?::[^{}]*)?)\}", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    /// <summary>The call that makes the text and the expression that can take its place; null when the text is not made by such a call.</summary>
    public static (InvocationExpressionSyntax Call, ExpressionSyntax Replacement)? TryRead(SemanticModel model, ExpressionSyntax text, CancellationToken cancellationToken)
    {
        if (TextPiece.Find(model, text, cancellationToken) is not { Count: 1 } pieces
            || pieces[0].Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "Concat" } } call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String } method)
            return null;
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count < 2 || arguments.Any(a => a.NameColon is not null))
            return null;
        var source = method.Name == "Concat" ? Sum(model, arguments, cancellationToken) : Interpolation(method, arguments);
        if (source is null)
            return null;
        var replacement = SyntaxFactory.ParseExpression(source);
        return replacement.ContainsDiagnostics ? null : (call, replacement.WithTriviaFrom(call));
    }

    /// <summary>A sum of texts as one interpolated string; null when its literals are not all of one kind.</summary>
    public static (ExpressionSyntax Sum, ExpressionSyntax Replacement)? TryInterpolate(SemanticModel model, ExpressionSyntax text)
    {
        var operands = new List<ExpressionSyntax>();
        var current = text;
        for (; current is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String; current = sum.Left)
            operands.Insert(0, sum.Right);
        operands.Insert(0, current);
        if (operands.Count == 1 || !operands.Any(o => model.GetTypeInfo(o).Type?.SpecialType == SpecialType.System_String))
            return null;
        var source = new StringBuilder();
        string? quote = null;
        foreach (var operand in operands)
        {
            if (operand is LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken } token })
            {
                var open = token.Text[0] == '@' ? "@\"" : "\"";
                if (open != (quote ??= open))
                    return null;
                source.Append(token.Text.Substring(open.Length, token.Text.Length - open.Length - 1).Replace("{", "{{").Replace("}", "}}"));
            }
            else
            {
                var hole = operand.WithoutTrivia().ToString();
                if (hole.Contains('\n') || operand is InterpolatedStringExpressionSyntax)
                    return null;
                source.Append('{').Append(operand is ConditionalExpressionSyntax or AliasQualifiedNameSyntax || hole.Contains("::") ? "(" + hole + ")" : hole).Append('}');
            }
        }

        var replacement = SyntaxFactory.ParseExpression("$" + (quote ?? "\"") + source + "\"");
        return replacement.ContainsDiagnostics ? null : (text, replacement.WithTriviaFrom(text));
    }

    private static string? Sum(SemanticModel model, SeparatedSyntaxList<ArgumentSyntax> arguments, CancellationToken cancellationToken)
    {
        // A sum adds texts only if one of the first two is a text.
        if (!arguments.All(a => model.GetTypeInfo(a.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_String))
            return null;
        return string.Join(" + ", arguments.Select(a => Operand(a.Expression)));
    }

    private static string? Interpolation(IMethodSymbol method, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (method.Parameters[0].Type.SpecialType != SpecialType.System_String
            || arguments[0].Expression is not LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken } template }
            || template.ValueText.Contains("{{") || template.ValueText.Contains("}}"))
            return null;
        var complete = true;
        var text = s_hole.Replace(template.Text, match =>
        {
            if (!int.TryParse(match.Groups["ordinal"].Value, out var ordinal) || ordinal + 1 >= arguments.Count)
            {
                complete = false;
                return match.Value;
            }

            var expression = arguments[ordinal + 1].Expression;
            var source = expression.WithoutTrivia().ToString();
            return "{" + (expression is ConditionalExpressionSyntax or AliasQualifiedNameSyntax || source.Contains("::") ? "(" + source + ")" : source) + match.Groups["format"].Value + "}";
        });
        return complete ? "$" + text : null;
    }

    private static string Operand(ExpressionSyntax expression)
    {
        var source = expression.WithoutTrivia().ToString();
        return expression is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax
            ? source
            : "(" + source + ")";
    }
}
