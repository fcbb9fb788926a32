using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.CodeFixes.Sql;

/// <summary>What a parameter may be called, after the expression whose value it takes.</summary>
internal static class ParameterName
{
    /// <summary>A name of letters, digits and underscores that begins with a small letter, and that is added to those that are taken.</summary>
    public static string For(ExpressionSyntax expression, HashSet<string> taken)
    {
        var name = Suggest(expression);
        var letters = new string([.. name.Where(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')]).TrimStart('_');
        if (letters.Length == 0 || char.IsDigit(letters[0]))
            letters = "value";
        return Free(char.ToLowerInvariant(letters[0]) + letters.Substring(1), taken);
    }

    /// <summary>The name, or the name with the first number that makes it free.</summary>
    public static string Free(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
            unique = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
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
}
