using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.CodeFixes.Sql;

/// <summary>A hole in which a whole collection stands, written one after the other: <c>IN ('{string.Join("','", names)}')</c>.</summary>
/// <param name="Collection">The collection, as an expression that can be read more than once.</param>
/// <param name="ElementType">The type of its elements.</param>
/// <param name="Count">The name of the property that counts them.</param>
/// <param name="IsQuoted">The expression writes the quotes around each element itself; else the text around the hole and the separator do.</param>
internal sealed record ListHole(ExpressionSyntax Collection, ITypeSymbol ElementType, string Count, bool IsQuoted)
{
    /// <summary>Null when the expression is no such list, or not one that can be counted and indexed.</summary>
    public static ListHole? TryRead(SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        if (expression is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments }
            || model.GetSymbolInfo(expression, cancellationToken).Symbol is not IMethodSymbol { Name: "Join", ContainingType.SpecialType: SpecialType.System_String }
            || model.GetConstantValue(arguments[0].Expression, cancellationToken).Value is not string separator)
            return null;
        var collection = arguments[1].Expression;
        var isQuoted = false;
        if (collection is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } select, ArgumentList.Arguments: { Count: 1 } lambda })
        {
            if (lambda[0].Expression is not SimpleLambdaExpressionSyntax { ExpressionBody: { } body } function || !IsQuotedElement(body, function.Parameter.Identifier.ValueText))
                return null;
            collection = select.Expression;
            isQuoted = true;
        }

        var bare = new string([.. separator.Where(c => c != ' ')]);
        if (bare != (isQuoted ? "," : "','") || collection is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax }))
            return null;
        var type = model.GetTypeInfo(collection, cancellationToken).Type;
        return Element(type) is { SpecialType: SpecialType.System_String } element
            ? new ListHole(collection, element, type is IArrayTypeSymbol ? "Length" : "Count", isQuoted)
            : null;
    }

    private static ITypeSymbol? Element(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol named => named.AllInterfaces.Add(named)
            .FirstOrDefault(i => i.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IReadOnlyList_T or SpecialType.System_Collections_Generic_IList_T)?.TypeArguments[0],
        _ => null,
    };

    // $"'{x}'", "'" + x + "'", and both with the quotes in x doubled.
    private static bool IsQuotedElement(CSharpSyntaxNode body, string parameter)
    {
        switch (body)
        {
            case InterpolatedStringExpressionSyntax { Contents: { Count: 3 } contents }:
                return contents[0].ToString() == "'" && contents[2].ToString() == "'" && contents[1] is InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole && IsElement(hole.Expression, parameter);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Right: LiteralExpressionSyntax { Token.Value: "'" or '\'' }, Left: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: LiteralExpressionSyntax { Token.Value: "'" }, Right: var element } }:
                return IsElement(element, parameter);
            default:
                return false;
        }
    }

    private static bool IsElement(ExpressionSyntax expression, string parameter) => Unescaped(expression) is IdentifierNameSyntax name && name.Identifier.ValueText == parameter;

    /// <summary>The expression without a doubling of quotes: a parameter's value must not have it.</summary>
    public static ExpressionSyntax Unescaped(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" } access, ArgumentList.Arguments: { Count: 2 } arguments }
        && arguments[0].Expression is LiteralExpressionSyntax { Token.Value: "'" } && arguments[1].Expression is LiteralExpressionSyntax { Token.Value: "''" }
            ? Unescaped(access.Expression)
            : expression;
}
