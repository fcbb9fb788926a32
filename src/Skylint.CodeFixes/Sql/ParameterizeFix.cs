using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Skylint.CodeFixes.Editing;
using Skylint.Text.Sql;

namespace Skylint.CodeFixes.Sql;

/// <summary>Turns values that are spliced into a statement into parameters.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterizeFix))]
[Shared]
public sealed class ParameterizeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(SqlRules.Injection.Id, SqlRules.DataApiInjection.Id);

    public override FixAllProvider GetFixAllProvider() => BatchFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax text
                || !diagnostic.Properties.TryGetValue("family", out var name) || !Enum.TryParse<SinkFamily>(name, out var family))
                continue;
            var start = document;
            var plan = ParameterizePlan.TryMake(model, text, family, context.CancellationToken);
            if (plan is null && await Spelled(document, root, model, text, family, context.CancellationToken).ConfigureAwait(false) is { } spelled)
            {
                start = spelled.Document;
                plan = ParameterizePlan.TryMake(spelled.Model, spelled.Text, family, context.CancellationToken);
            }

            if (plan is null || !await IsSound(start, model, plan, context.CancellationToken).ConfigureAwait(false))
                continue;
            var title = plan.IsPartial ? "Use parameters for the values (names stay in the text)"
                : plan.ComparesAsText ? "Use parameters (PostgreSQL compares them as text)"
                : "Use parameters";
            context.RegisterCodeFix(CodeAction.Create(title, c => Apply(start, plan, c), FixKey.Of(diagnostic, "Use parameters")), diagnostic);
        }
    }

    /// <summary>The document with a call of <c>string.Format</c> or <c>string.Concat</c> written out, for Entity Framework as an interpolated string, and where the text stands in it.</summary>
    private static async Task<(Document Document, SemanticModel Model, ExpressionSyntax Text)?> Spelled(Document document, SyntaxNode root, SemanticModel model, ExpressionSyntax text, SinkFamily family, CancellationToken cancellationToken)
    {
        (Document Document, SemanticModel Model, ExpressionSyntax Text)? spelled = null;
        if (FormatCall.TryRead(model, text, cancellationToken) is { } format)
            spelled = await Replaced(document, root, text, format.Call, format.Replacement, cancellationToken).ConfigureAwait(false);
        if (family != SinkFamily.EntityFramework)
            return spelled;
        var (at, atModel, sum) = spelled ?? (document, model, text);
        return FormatCall.TryInterpolate(atModel, sum) is { } interpolated
            ? await Replaced(at, await sum.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false), sum, interpolated.Sum, interpolated.Replacement, cancellationToken).ConfigureAwait(false)
            : spelled;
    }

    private static async Task<(Document Document, SemanticModel Model, ExpressionSyntax Text)?> Replaced(Document document, SyntaxNode root, ExpressionSyntax text, ExpressionSyntax old, ExpressionSyntax replacement, CancellationToken cancellationToken)
    {
        var mark = new SyntaxAnnotation();
        var marked = old == text
            ? root.ReplaceNode(text, replacement.WithAdditionalAnnotations(mark))
            : root.ReplaceNodes([old, text], (node, _) => node == old ? replacement : text.WithAdditionalAnnotations(mark));
        var changed = document.WithSyntaxRoot(marked);
        var after = await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var found = after is null ? null : (await after.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false)).GetAnnotatedNodes(mark).OfType<ExpressionSyntax>().FirstOrDefault();
        return found is null ? null : (changed, after!, found);
    }

    private static async Task<Document> Apply(Document document, ParameterizePlan plan, CancellationToken cancellationToken)
    {
        var source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(source.WithChanges(plan.Changes.OrderBy(c => c.Span.Start)));
    }

    /// <summary>The changed file must have no error that it did not have before.</summary>
    private static async Task<bool> IsSound(Document document, SemanticModel before, ParameterizePlan plan, CancellationToken cancellationToken)
    {
        var changed = await Apply(document, plan, cancellationToken).ConfigureAwait(false);
        return await Compiles.AfterAsync(changed, before, cancellationToken).ConfigureAwait(false);
    }
}
