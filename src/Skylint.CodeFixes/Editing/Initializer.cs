using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.CodeFixes.Editing;

/// <summary>Edits object initialisers in the style in which they are written: on one line or one member a line, with or without a last comma.</summary>
internal static class Initializer
{
    /// <summary>The assignment to a member, if the initialiser has one.</summary>
    public static AssignmentExpressionSyntax? Find(BaseObjectCreationExpressionSyntax creation, string member) =>
        creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == member);

    /// <summary>Adds a member at the end; makes the initialiser when there is none.</summary>
    public static BaseObjectCreationExpressionSyntax Add(BaseObjectCreationExpressionSyntax creation, string member, ExpressionSyntax value)
    {
        var assignment = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(member),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            value.WithoutTrivia());
        return creation.Initializer is { } initializer ? creation.WithInitializer(Add(initializer, assignment)) : Create(creation, assignment);
    }

    /// <summary>Removes a member with its line.</summary>
    public static BaseObjectCreationExpressionSyntax Remove(BaseObjectCreationExpressionSyntax creation, AssignmentExpressionSyntax member)
    {
        var expressions = creation.Initializer!.Expressions;
        var at = expressions.IndexOf(member);
        var rest = expressions.RemoveAt(at);
        if (at == expressions.Count - 1 && rest.Count > 0 && expressions.SeparatorCount < expressions.Count)
            rest = rest.Replace(rest[rest.Count - 1], rest[rest.Count - 1].WithTrailingTrivia(member.GetTrailingTrivia()));
        return creation.WithInitializer(creation.Initializer.WithExpressions(rest));
    }

    private static BaseObjectCreationExpressionSyntax Create(BaseObjectCreationExpressionSyntax creation, AssignmentExpressionSyntax assignment)
    {
        var initializer = SyntaxFactory.InitializerExpression(
            SyntaxKind.ObjectInitializerExpression,
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(assignment),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Space));
        var trailing = creation.GetTrailingTrivia();
        creation = creation.WithoutTrailingTrivia();
        // `new BucketProps()` becomes `new BucketProps { ... }`.
        if (creation is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } explicitly)
            creation = explicitly.WithArgumentList(null).WithType(explicitly.Type.WithoutTrailingTrivia());
        return creation.WithInitializer(initializer).WithTrailingTrivia(trailing);
    }

    private static InitializerExpressionSyntax Add(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax assignment)
    {
        var expressions = initializer.Expressions;
        if (expressions.Count == 0)
        {
            return initializer
                .WithOpenBraceToken(initializer.OpenBraceToken.WithTrailingTrivia(SyntaxFactory.Space))
                .WithCloseBraceToken(initializer.CloseBraceToken.WithLeadingTrivia(SyntaxFactory.Space))
                .WithExpressions(SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(assignment));
        }

        var last = expressions[expressions.Count - 1];
        var tokens = expressions.GetWithSeparators().ToList();
        var isMultiline = last.GetLeadingTrivia().Any(SyntaxKind.WhitespaceTrivia) && initializer.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var indent = last.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1);
        if (expressions.SeparatorCount == expressions.Count)
        {
            // A last comma is kept after the new member.
            var comma = expressions.GetSeparator(expressions.Count - 1);
            tokens.Add(isMultiline ? assignment.WithLeadingTrivia(indent) : assignment.WithLeadingTrivia(SyntaxFactory.TriviaList(comma.HasTrailingTrivia ? [] : [SyntaxFactory.Space])));
            tokens.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(isMultiline ? EndOfLine(comma.TrailingTrivia) : comma.TrailingTrivia));
        }
        else
        {
            tokens[tokens.Count - 1] = last.WithoutTrailingTrivia();
            if (isMultiline)
            {
                tokens.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(last.GetTrailingTrivia()));
                tokens.Add(assignment.WithLeadingTrivia(indent).WithTrailingTrivia(EndOfLine(last.GetTrailingTrivia())));
            }
            else
            {
                tokens.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
                tokens.Add(assignment.WithTrailingTrivia(last.GetTrailingTrivia()));
            }
        }

        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(tokens));
    }

    // The end of the line without a comment that belongs to the member before.
    private static IEnumerable<SyntaxTrivia> EndOfLine(SyntaxTriviaList trivia) => trivia.Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).Take(1);
}
