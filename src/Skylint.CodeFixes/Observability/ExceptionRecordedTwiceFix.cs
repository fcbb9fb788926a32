using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Observability;

namespace Skylint.CodeFixes.Observability;

/// <summary>SKY4003: removes the record on the activity.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExceptionRecordedTwiceFix))]
[Shared]
public sealed class ExceptionRecordedTwiceFix : CodeFixProvider
{
    private const string Title = "Do not record the exception on the activity";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ObservabilityRules.ExceptionRecordedTwice.Id);

    public override FixAllProvider GetFixAllProvider() => BatchFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            // Only a statement of its own in a block: a call inside a larger expression, or the whole body of an if, has more to it.
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>() is { Parent: BlockSyntax } statement
                && (statement.Expression.Span == diagnostic.Location.SourceSpan || statement.Expression is ConditionalAccessExpressionSyntax { WhenNotNull: var call } && call.Span == diagnostic.Location.SourceSpan)
                && root.RemoveNode(statement, SyntaxRemoveOptions.KeepUnbalancedDirectives) is { } changed)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), FixKey.Of(diagnostic, Title)), diagnostic);
            }
        }
    }
}
