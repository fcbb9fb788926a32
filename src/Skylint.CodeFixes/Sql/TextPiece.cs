using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.CodeFixes.Sql;

/// <summary>An expression that gives a stretch of a statement's text. A text that is built up has several, in the order in which they run.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Statement">The statement that runs it.</param>
/// <param name="IsConditional">It stands in a branch: the text may come without it.</param>
internal sealed record TextPiece(ExpressionSyntax Expression, StatementSyntax? Statement, bool IsConditional)
{
    /// <summary>
    /// The pieces of the text that is handed over: the expression at hand, or what a local string or builder is made of. Null when that
    /// cannot be told, or when the local is used for something else too.
    /// </summary>
    public static IReadOnlyList<TextPiece>? Find(SemanticModel model, ExpressionSyntax sink, CancellationToken cancellationToken)
    {
        var name = sink switch
        {
            IdentifierNameSyntax identifier => identifier,
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: IdentifierNameSyntax builder } } => builder,
            _ => null,
        };
        if (name is null)
            return [new TextPiece(sink, sink.FirstAncestorOrSelf<StatementSyntax>(), false)];
        if (model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local
            || local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent.Parent: LocalDeclarationStatementSyntax declaration })
            return null;
        var isBuilder = local.Type.Name == "StringBuilder" && local.Type.ContainingNamespace.ToDisplayString() == "System.Text";
        if (isBuilder == sink is IdentifierNameSyntax)
            return null;

        var pieces = new List<TextPiece>();
        var first = isBuilder ? (value as BaseObjectCreationExpressionSyntax)?.ArgumentList : null;
        if (isBuilder && value is not BaseObjectCreationExpressionSyntax)
            return null;
        if (!isBuilder)
            pieces.Add(new TextPiece(value, declaration, false));
        else if (first is { Arguments.Count: 1 } && IsText(model, first.Arguments[0].Expression, cancellationToken))
            pieces.Add(new TextPiece(first.Arguments[0].Expression, declaration, false));
        else if (first is { Arguments.Count: > 1 })
            return null;

        foreach (var mention in ParameterizePlan.Member(sink).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (mention == name || mention.Identifier.ValueText != local.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention, cancellationToken).Symbol, local) || IsLogged(mention))
                continue;
            if (mention.SpanStart > sink.SpanStart)
                return null;
            var added = isBuilder ? Appended(model, mention, cancellationToken) : Added(model, mention, local, cancellationToken);
            if (added is null)
                return null;
            if (added.Count == 0)
                continue;
            if (added[0].FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement || Depth(statement, declaration) is not { } isConditional)
                return null;
            pieces.AddRange(added.Select(e => new TextPiece(e, statement, isConditional)));
        }

        return pieces.Count == 0 || IsValueWritten(pieces, sink) ? null : pieces;
    }

    private static IReadOnlyList<ExpressionSyntax>? Added(SemanticModel model, IdentifierNameSyntax mention, ISymbol local, CancellationToken cancellationToken)
    {
        switch (mention.Parent)
        {
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Parent: ExpressionStatementSyntax } assignment when assignment.Left == mention:
                return [assignment.Right];
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment when assignment.Left == mention:
                // sql = sql + more: the local stands first and once.
                var operands = new List<ExpressionSyntax>();
                var right = assignment.Right;
                for (; right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum; right = sum.Left)
                    operands.Insert(0, sum.Right);
                return operands.Count > 0 && right is IdentifierNameSyntax again && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(again, cancellationToken).Symbol, local) ? operands : null;
            case BinaryExpressionSyntax first when first.Left == mention:
                // The other half of the case before.
                SyntaxNode whole = first;
                while (whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } outer && outer.Left == whole)
                    whole = outer;
                return whole.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax target } && target.Identifier.ValueText == mention.Identifier.ValueText ? [] : null;
            default:
                return null;
        }
    }

    private static IReadOnlyList<ExpressionSyntax>? Appended(SemanticModel model, IdentifierNameSyntax mention, CancellationToken cancellationToken)
    {
        var found = new List<ExpressionSyntax>();
        ExpressionSyntax current = mention;
        while (current.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" or "AppendLine", Parent: InvocationExpressionSyntax call } access && access.Expression == current)
        {
            if (call.ArgumentList.Arguments.Count > 1 || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol)
                return null;
            found.AddRange(call.ArgumentList.Arguments.Select(a => a.Expression));
            current = call;
        }

        if (current.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" })
            return [];
        return current.Parent is ExpressionStatementSyntax && current != mention ? found : null;
    }

    /// <summary>Whether the statement stands in a branch below the declaration's block; null when it may run more than once or not here.</summary>
    private static bool? Depth(StatementSyntax statement, StatementSyntax declaration)
    {
        for (SyntaxNode? node = statement; node is not null; node = node.Parent)
        {
            if (node is not (BlockSyntax or IfStatementSyntax or ElseClauseSyntax or ExpressionStatementSyntax))
                return null;
            if (node.Parent == declaration.Parent)
                return node != statement;
        }

        return null;
    }

    private static bool IsText(SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType == SpecialType.System_String;

    // The values are read at the sink when they cannot be read where the text is made: nothing between the two may write them.
    private static bool IsValueWritten(List<TextPiece> pieces, ExpressionSyntax sink)
    {
        var used = new HashSet<string>(pieces.SelectMany(p => p.Expression.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>().Select(n => n.Identifier.ValueText), StringComparer.Ordinal);
        var start = pieces[0].Expression.Span.End;
        return ParameterizePlan.Member(sink).DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(w => w.SpanStart > start && w.SpanStart < sink.SpanStart && w.Left is IdentifierNameSyntax left && used.Contains(left.Identifier.ValueText) && !pieces.Any(p => p.Statement == w.Parent));
    }

    private static bool IsLogged(IdentifierNameSyntax mention)
    {
        SyntaxNode node = mention;
        if (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Parent: InvocationExpressionSyntax text })
            node = text;
        return node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } }
            && (name.StartsWith("Log", StringComparison.Ordinal) || name is "Debug" or "Trace" or "Information" or "WriteLine");
    }
}
