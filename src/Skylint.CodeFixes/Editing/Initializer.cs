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

    /// <summary>
    /// Adds elements at the end of an array, list or collection expression, but for those that it has already. Null when the expression is
    /// none of these, or has them all.
    /// </summary>
    public static ExpressionSyntax? Append(ExpressionSyntax list, IEnumerable<ExpressionSyntax> elements)
    {
        switch (list)
        {
            case CollectionExpressionSyntax collection:
                var added = elements.Where(e => !collection.Elements.OfType<ExpressionElementSyntax>().Any(x => SyntaxFactory.AreEquivalent(x.Expression, e))).ToList();
                return added.Count == 0 ? null : added.Aggregate(collection, Append);
            case ImplicitArrayCreationExpressionSyntax array:
                return Append(array.Initializer, elements) is { } inArray ? array.WithInitializer(inArray) : null;
            case ArrayCreationExpressionSyntax { Initializer: { } initializer } array:
                return Append(initializer, elements) is { } inTyped ? array.WithInitializer(inTyped) : null;
            case BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } initializer } creation:
                return Append(initializer, elements) is { } inList ? creation.WithInitializer(inList) : null;
            default:
                return null;
        }
    }

    private static InitializerExpressionSyntax? Append(InitializerExpressionSyntax initializer, IEnumerable<ExpressionSyntax> elements)
    {
        var added = elements.Where(e => !initializer.Expressions.Any(x => SyntaxFactory.AreEquivalent(x, e))).ToList();
        return added.Count == 0 ? null : added.Aggregate(initializer, Add);
    }

    private static CollectionExpressionSyntax Append(CollectionExpressionSyntax collection, ExpressionSyntax element)
    {
        var elements = collection.Elements;
        var last = elements.LastOrDefault();
        var isMultiline = last is not null && last.GetLeadingTrivia().Any(SyntaxKind.WhitespaceTrivia) && collection.OpenBracketToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var added = SyntaxFactory.ExpressionElement(element.WithoutTrivia());
        if (last is null)
            return collection.WithElements(SyntaxFactory.SingletonSeparatedList<CollectionElementSyntax>(added));
        var tokens = elements.GetWithSeparators().ToList();
        var hasLastComma = elements.SeparatorCount == elements.Count;
        if (isMultiline)
        {
            var indent = last.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1);
            if (!hasLastComma)
            {
                tokens[tokens.Count - 1] = last.WithoutTrailingTrivia();
                tokens.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(last.GetTrailingTrivia()));
            }

            var end = EndOfLine(hasLastComma ? elements.GetSeparator(elements.Count - 1).TrailingTrivia : last.GetTrailingTrivia());
            tokens.Add(hasLastComma ? added.WithLeadingTrivia(indent) : added.WithLeadingTrivia(indent).WithTrailingTrivia(end));
            if (hasLastComma)
                tokens.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(end));
        }
        else
        {
            if (!hasLastComma)
            {
                tokens[tokens.Count - 1] = last.WithoutTrailingTrivia();
                tokens.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
            }

            tokens.Add(added.WithTrailingTrivia(last.GetTrailingTrivia()));
        }

        return collection.WithElements(SyntaxFactory.SeparatedList<CollectionElementSyntax>(tokens));
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

    private static InitializerExpressionSyntax Add(InitializerExpressionSyntax initializer, ExpressionSyntax assignment)
    {
        var expressions = initializer.Expressions;
        if (expressions.Count == 0)
        {
            return initializer
                .WithOpenBraceToken(initializer.OpenBraceToken.WithTrailingTrivia(SyntaxFactory.Space))
                .WithCloseBraceToken(initializer.CloseBraceToken.WithLeadingTrivia(SyntaxFactory.Space))
                .WithExpressions(SyntaxFactory.SingletonSeparatedList(assignment));
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
