using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Observability;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Skylint.CodeFixes.Observability;

/// <summary>SKY4002: makes the method async. Offered where the one return of the method is its last statement, so that nothing else changes its meaning.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivityEndsBeforeTaskFix))]
[Shared]
public sealed class ActivityEndsBeforeTaskFix : CodeFixProvider
{
    private const string Title = "Make the method async and await the task";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ObservabilityRules.ActivityEndsBeforeTask.Id);

    public override FixAllProvider GetFixAllProvider() => BatchFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && Apply(method) is { } changed)
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(method, changed))), FixKey.Of(diagnostic, Title)), diagnostic);
        }
    }

    private static MethodDeclarationSyntax? Apply(MethodDeclarationSyntax method)
    {
        if (method.Body is null || method.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword)))
            return null;
        var returns = method.Body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().ToList();
        if (returns.Count != 1 || returns[0] is not { Expression: { } value } only || Last(method.Body) != only)
            return null;
        var awaited = AwaitExpression(value.WithoutTrivia());
        var hasResult = method.ReturnType.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault(name => name.Identifier.ValueText is "Task" or "ValueTask") is GenericNameSyntax;
        StatementSyntax statement = hasResult
            ? only.WithExpression(awaited)
            : ExpressionStatement(awaited).WithSemicolonToken(only.SemicolonToken).WithLeadingTrivia(only.GetLeadingTrivia());
        return method.ReplaceNode(only, statement).WithModifiers(Async(method)).WithReturnType(method.Modifiers.Count == 0 ? method.ReturnType.WithLeadingTrivia() : method.ReturnType);
    }

    private static SyntaxTokenList Async(MethodDeclarationSyntax method)
    {
        var keyword = Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(Space);
        if (method.Modifiers.Count == 0)
            return TokenList(keyword.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia()));

        // Partial stays last: the language asks for it.
        var partial = method.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        return partial < 0 ? method.Modifiers.Add(keyword) : method.Modifiers.Insert(partial, keyword);
    }

    /// <summary>The last statement of a block, inside a <c>using</c> that is itself the last.</summary>
    private static StatementSyntax? Last(BlockSyntax block) => block.Statements.LastOrDefault() switch
    {
        UsingStatementSyntax { Statement: BlockSyntax inner } => Last(inner),
        UsingStatementSyntax { Statement: var single } => single,
        var statement => statement,
    };
}
