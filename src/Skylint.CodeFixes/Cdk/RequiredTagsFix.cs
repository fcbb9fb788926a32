using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Catalog;
using Skylint.Cdk.Rules;
using Skylint.CodeFixes.Editing;

namespace Skylint.CodeFixes.Cdk;

/// <summary>Adds the missing tags to the app, after the statement that creates it. Their values are for the team to fill in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequiredTagsFix))]
[Shared]
public sealed class RequiredTagsFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Tagging.Required.Id);

    public override FixAllProvider GetFixAllProvider() => BatchFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(DiagnosticProperties.Detail, out var keys) || string.IsNullOrEmpty(keys))
                continue;
            // `var app = new App();`: only a variable can be tagged afterwards.
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { Declaration.Variables.Count: 1 } statement)
                continue;
            var title = Tagging.Required.FixSummary!;
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Tag(root, model, statement, statement.Declaration.Variables[0].Identifier.ValueText, keys!))), FixKey.Of(diagnostic, title)),
                diagnostic);
        }
    }

    private static SyntaxNode Tag(SyntaxNode root, SemanticModel model, LocalDeclarationStatementSyntax statement, string app, string keys)
    {
        var (tags, usings) = QualifiedText.Shorten("Amazon.CDK.Tags", model, statement.SpanStart, mayImport: true);
        var leading = SyntaxFactory.TriviaList(statement.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        var statements = keys.Split(',').Select(key => (SyntaxNode)SyntaxFactory.ParseStatement($"{tags}.Of({app}).Add({SymbolDisplay.FormatLiteral(key.Trim(), true)}, \"TODO\");")
            .WithLeadingTrivia(leading).WithTrailingTrivia(statement.GetTrailingTrivia()));
        // Top-level statements stand in members of their own.
        SyntaxNode anchor = statement.Parent is GlobalStatementSyntax global ? global : statement;
        if (anchor is GlobalStatementSyntax)
            statements = statements.Select(s => SyntaxFactory.GlobalStatement((StatementSyntax)s));
        return QualifiedText.AddUsings(root.InsertNodesAfter(anchor, statements), usings);
    }
}
