using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Text.Injection;

namespace Skylint.CodeFixes.Injection;

/// <summary>Takes a command line apart as a program's start does: at spaces, unless they are quoted.</summary>
internal static class CommandLineText
{
    /// <summary>The arguments, each as the source of an expression; null when the text does not show where each of them ends.</summary>
    public static IReadOnlyList<string>? Split(SemanticModel model, ExpressionSyntax text)
    {
        var parts = new List<(string? Text, ExpressionSyntax? Value, InterpolationSyntax? Hole)>();
        if (!Collect(model, text, parts) || parts.All(p => p.Value is null) || !parts.Any(p => p.Text?.Any(char.IsLetterOrDigit) == true))
            return null;
        var arguments = new List<string>();
        var current = new List<(string? Text, ExpressionSyntax? Value, InterpolationSyntax? Hole)>();
        var (isQuoted, wasQuoted) = (false, false);
        foreach (var part in parts)
        {
            if (part.Value is { } value)
            {
                if (!isQuoted && MayBeSeveral(value))
                    return null;
                current.Add(part);
                continue;
            }

            var word = new StringBuilder();
            foreach (var c in part.Text!)
            {
                // Escaped quotes, and quotes that only a shell knows, are read differently by each program.
                if (c is '\\' or '\'' && (c == '\'' || part.Text!.Contains("\\\"")))
                    return null;
                if (c == '"')
                {
                    isQuoted = !isQuoted;
                    wasQuoted = true;
                }
                else if (char.IsWhiteSpace(c) && !isQuoted)
                {
                    Flush(word);
                    End();
                }
                else
                {
                    word.Append(c);
                }
            }

            Flush(word);
        }

        End();
        return isQuoted || arguments.Any(a => a.Length == 0) ? null : arguments;

        void Flush(StringBuilder word)
        {
            if (word.Length > 0)
                current.Add((word.ToString(), null, null));
            word.Clear();
        }

        void End()
        {
            if (current.Count > 0 || wasQuoted)
                arguments.Add(Source(model, current));
            current.Clear();
            wasQuoted = false;
        }
    }

    private static bool Collect(SemanticModel model, ExpressionSyntax text, List<(string? Text, ExpressionSyntax? Value, InterpolationSyntax? Hole)> parts)
    {
        switch (text)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Collect(model, parenthesized.Expression, parts);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String:
                return Collect(model, sum.Left, parts) && Collect(model, sum.Right, parts);
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax characters)
                        parts.Add((characters.TextToken.ValueText.Replace("{{", "{").Replace("}}", "}"), null, null));
                    else
                        parts.Add((null, ((InterpolationSyntax)content).Expression, (InterpolationSyntax)content));
                }

                return true;
            default:
                if (model.GetConstantValue(text) is { HasValue: true, Value: string constant })
                    parts.Add((constant, null, null));
                else
                    parts.Add((null, text, null));
                return true;
        }
    }

    // What stands without quotes can be a list of arguments, or nothing at all.
    private static bool MayBeSeveral(ExpressionSyntax value)
    {
        var name = value switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" } } => "args",
            _ => "",
        };
        return CommandWords.IsMany(name);
    }

    private static string Source(SemanticModel model, List<(string? Text, ExpressionSyntax? Value, InterpolationSyntax? Hole)> parts)
    {
        if (parts.All(p => p.Value is null))
            return SyntaxFactory.Literal(string.Concat(parts.Select(p => p.Text))).ToString();
        if (parts.Count == 1 && parts[0] is { Value: { } only, Hole: null or { FormatClause: null, AlignmentClause: null } } && model.GetTypeInfo(only).Type?.SpecialType == SpecialType.System_String)
            return only.WithoutTrivia().ToString();
        var source = new StringBuilder("$\"");
        foreach (var (text, value, hole) in parts)
        {
            if (text is not null)
                source.Append(SyntaxFactory.Literal(text).ToString() is var literal ? literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}") : "");
            else
                source.Append(hole?.ToString() ?? "{" + (value is ConditionalExpressionSyntax or AliasQualifiedNameSyntax ? "(" + value.WithoutTrivia() + ")" : value!.WithoutTrivia().ToString()) + "}");
        }

        return source.Append('"').ToString();
    }
}
