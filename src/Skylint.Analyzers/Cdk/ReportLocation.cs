using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Skylint.Cdk.Model;
using Skylint.Cdk.Rules;

namespace Skylint.Cdk;

/// <summary>
/// Where a violation is shown: at what the user would change. That is the property that is wrong, else the props object that lacks it,
/// else the creation; for a rule about a call, the call.
/// </summary>
internal static class ReportLocation
{
    /// <summary>The place to underline, and further places: first the creation or call itself, then the culprit where it stands in other code.</summary>
    public static (Location Primary, IReadOnlyList<Location> Others) Of(Construct construct, Verdict verdict)
    {
        var operation = construct.Operation;
        var whole = operation.Syntax.GetLocation();
        var culprit = verdict.Culprit?.Origin is { } origin ? WithAssignment(origin) : null;
        if (!construct.IsCreation)
            return (OfCall(operation), Others(whole, culprit));
        if (culprit is not null && IsNear(culprit, operation))
            return (OfSyntax(culprit), [whole]);
        return (OfProps(construct) ?? OfCreation(operation.Syntax), Others(whole, culprit));
    }

    private static IReadOnlyList<Location> Others(Location whole, SyntaxNode? culprit) =>
        culprit is null || whole.SourceTree == culprit.SyntaxTree && whole.SourceSpan.Contains(culprit.Span) ? [whole] : [whole, culprit.GetLocation()];

    // `EnforceSSL = false` rather than `false` alone.
    private static SyntaxNode WithAssignment(IOperation value)
    {
        var at = value;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        return at.Parent is ISimpleAssignmentOperation assignment && assignment.Value == at ? assignment.Syntax : value.Syntax;
    }

    // The same member of the same class: elsewhere the wrong value may be right for other constructs.
    private static bool IsNear(SyntaxNode culprit, IOperation operation) =>
        culprit.SyntaxTree == operation.Syntax.SyntaxTree && MemberOf(culprit) is var member && member == MemberOf(operation.Syntax);

    private static SyntaxNode? MemberOf(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax));

    private static Location? OfProps(Construct construct)
    {
        var value = construct.PropsArgument?.Value;
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is null ? null : value is IObjectCreationOperation ? OfCreation(value.Syntax) : OfSyntax(value.Syntax);
    }

    private static Location OfCreation(SyntaxNode syntax) => syntax switch
    {
        ObjectCreationExpressionSyntax creation => Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(creation.SpanStart, creation.Type.Span.End)),
        ImplicitObjectCreationExpressionSyntax creation => Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(creation.SpanStart, creation.ArgumentList.Span.End)),
        _ => OfSyntax(syntax),
    };

    private static Location OfCall(IOperation operation)
    {
        if (operation.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && IsLong(operation.Syntax))
            return access.Name.GetLocation();
        return OfSyntax(operation.Syntax);
    }

    // A squiggle under many lines hides the code: long syntax is underlined on its first line.
    private static Location OfSyntax(SyntaxNode syntax)
    {
        if (syntax is AssignmentExpressionSyntax { Right: BaseObjectCreationExpressionSyntax creation } assignment && IsLong(syntax))
            return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(assignment.SpanStart, OfCreation(creation).SourceSpan.End));
        if (syntax is BaseObjectCreationExpressionSyntax && IsLong(syntax))
            return OfCreation(syntax);
        if (!IsLong(syntax))
            return syntax.GetLocation();
        var text = syntax.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(syntax.SpanStart);
        return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, Math.Min(syntax.Span.End, line.End)));
    }

    private static bool IsLong(SyntaxNode syntax)
    {
        var span = syntax.SyntaxTree.GetLineSpan(syntax.Span);
        return span.StartLinePosition.Line != span.EndLinePosition.Line;
    }
}
