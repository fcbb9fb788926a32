using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Creates the collection of a request before something is added to it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateCollectionFix))]
[Shared]
public sealed class CreateCollectionFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new NullCollectionWrite().Rule.Id);

    private const string Title = "Create the collection";

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Detail == NullCollectionWrite.InInitializer)
        {
            if (site.Find<AssignmentExpressionSyntax>() is { Right: InitializerExpressionSyntax initializer } assignment)
                yield return (Title, site.Root.ReplaceNode(assignment, Assign(assignment, initializer)));
        }
        else if (site.Find<MemberAccessExpressionSyntax>() is { } access && access.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax block } statement)
        {
            foreach (var empty in new[] { "[]", "new()" })
            {
                var create = SyntaxFactory.ParseStatement($"{access.WithoutTrivia()} ??= {empty};").WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.EndOfLine(site.EndOfLine));
                var rest = statement.WithLeadingTrivia(SyntaxFactory.Whitespace(FixSite.Indentation(statement)));
                var statements = block.Statements.Replace(statement, rest).Insert(block.Statements.IndexOf(statement), create);
                yield return (Title, site.Root.ReplaceNode(block, block.WithStatements(statements)));
            }
        }
    }

    // `P = { x }` adds to what is there; `P = new() { x }` makes it.
    private static AssignmentExpressionSyntax Assign(AssignmentExpressionSyntax assignment, InitializerExpressionSyntax initializer)
    {
        var kind = initializer.IsKind(SyntaxKind.ObjectInitializerExpression) ? SyntaxKind.ObjectInitializerExpression : SyntaxKind.CollectionInitializerExpression;
        var made = SyntaxFactory.ImplicitObjectCreationExpression(SyntaxFactory.Token(SyntaxKind.NewKeyword), SyntaxFactory.ArgumentList(), SyntaxFactory.InitializerExpression(kind, initializer.OpenBraceToken, initializer.Expressions, initializer.CloseBraceToken));
        // On one line the brace follows the parentheses; on its own line it stays there.
        var onOneLine = !assignment.OperatorToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        return onOneLine
            ? assignment.WithRight(made.WithArgumentList(made.ArgumentList.WithTrailingTrivia(SyntaxFactory.Space)))
            : assignment
                .WithOperatorToken(assignment.OperatorToken.WithTrailingTrivia(SyntaxFactory.Space))
                .WithRight(made.WithArgumentList(made.ArgumentList.WithTrailingTrivia(assignment.OperatorToken.TrailingTrivia)));
    }
}
