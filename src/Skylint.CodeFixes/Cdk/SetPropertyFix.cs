using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Skylint.Catalog;
using Skylint.Cdk;
using Skylint.Cdk.Rules;
using Skylint.CodeFixes.Editing;

namespace Skylint.CodeFixes.Cdk;

/// <summary>The fix of every construct rule: does what the rule's record says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetPropertyFix))]
[Shared]
public sealed class SetPropertyFix : CodeFixProvider
{
    private static readonly Dictionary<string, ConstructRule> s_rules = ConstructRules.All.Where(r => r.FixSummary is not null).ToDictionary(r => r.Id, StringComparer.Ordinal);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(s_rules.Keys);

    public override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in FixesOf(diagnostic))
            {
                if (await ApplyAsync(context.Document, diagnostic, fix, context.CancellationToken).ConfigureAwait(false) is not { } changed)
                    continue;
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(changed), FixKey.Of(diagnostic, fix.Title)), diagnostic);
            }
        }
    }

    private static IReadOnlyList<Fix> FixesOf(Diagnostic diagnostic)
    {
        if (!s_rules.TryGetValue(diagnostic.Id, out var rule) || !diagnostic.Properties.TryGetValue(DiagnosticProperties.Target, out var text)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= rule.Targets.Count)
            return [];
        return rule.Targets[index].Fixes;
    }

    /// <summary>The document after the fix; null when it does not apply or its result would not compile.</summary>
    private static async Task<Document?> ApplyAsync(Document document, Diagnostic diagnostic, Fix fix, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || diagnostic.AdditionalLocations.Count == 0 || diagnostic.AdditionalLocations[0].SourceTree != root.SyntaxTree)
            return null;
        var creation = NodeAt(root, diagnostic.AdditionalLocations[0].SourceSpan);
        var culprit = CulpritAt(root, diagnostic.Location.SourceSpan);
        foreach (var mayImport in new[] { true, false })
        {
            if (await EditedAsync(document, creation, culprit, fix.Steps, mayImport, cancellationToken).ConfigureAwait(false) is not { } result)
                return null;
            if (await Compiles.AfterAsync(result, model, cancellationToken).ConfigureAwait(false))
                return result;
        }

        return null;
    }

    private static async Task<Document?> EditedAsync(Document document, SyntaxNode creation, SyntaxNode? culprit, IReadOnlyList<Fix> steps, bool mayImport, CancellationToken cancellationToken)
    {
        // The nodes are found again after each step by what marks them.
        SyntaxAnnotation atCreation = new(), atCulprit = new();
        if (steps.Count > 1)
        {
            var marked = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!
                .ReplaceNodes<SyntaxNode, SyntaxNode>(culprit is null ? [creation] : [creation, culprit], (original, rewritten) => rewritten.WithAdditionalAnnotations(original == creation ? atCreation : atCulprit));
            document = document.WithSyntaxRoot(marked);
        }

        foreach (var step in steps)
        {
            var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            if (steps.Count > 1)
            {
                creation = root.GetAnnotatedNodes(atCreation).First();
                culprit = root.GetAnnotatedNodes(atCulprit).FirstOrDefault();
            }

            if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || new PropertyEdit(root, model, creation, culprit, mayImport).Apply(step) is not { } changed)
                return null;
            document = document.WithSyntaxRoot(changed);
        }

        return document;
    }

    private static SyntaxNode NodeAt(SyntaxNode root, TextSpan span)
    {
        var candidates = root.FindToken(span.Start).Parent?.AncestorsAndSelf()
            .Where(n => n.SpanStart == span.Start && n is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or InvocationExpressionSyntax).ToList() ?? [];
        // An earlier fix inside the node changes its length, but not where it begins.
        return candidates.FirstOrDefault(n => n.Span == span) ?? candidates.FirstOrDefault() ?? root.FindNode(span, getInnermostNodeForTie: true);
    }

    // The wrong assignment, or the object that lacks the property; the diagnostic may underline only the beginning of a long one.
    private static SyntaxNode? CulpritAt(SyntaxNode root, TextSpan span) =>
        root.FindNode(span).AncestorsAndSelf().FirstOrDefault(n => n.SpanStart == span.Start && n is AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax);

    /// <summary>Applies one fix after the other, each to the result of the one before, so that two in one expression both count.</summary>
    private sealed class FixAll : DocumentBasedFixAllProvider
    {
        public static readonly FixAll Instance = new();

        protected override async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
        {
            // From the end, so that the places of the others stay where they are.
            foreach (var diagnostic in diagnostics.Where(d => d.AdditionalLocations.Count > 0).OrderByDescending(d => d.AdditionalLocations[0].SourceSpan.Start))
            {
                var moved = await MovedAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
                foreach (var fix in FixesFor(diagnostic, context.CodeActionEquivalenceKey))
                {
                    if (await ApplyAsync(document, moved, fix, context.CancellationToken).ConfigureAwait(false) is not { } changed)
                        continue;
                    document = changed;
                    break;
                }
            }

            return document;
        }

        // With a key of another rule, the best fix that applies.
        private static IEnumerable<Fix> FixesFor(Diagnostic diagnostic, string? key)
        {
            var fixes = FixesOf(diagnostic);
            return FixKey.IsOf(diagnostic.Id, key) ? fixes.Where(fix => FixKey.Of(diagnostic, fix.Title) == key) : fixes;
        }

        // A using that an earlier fix added shifts everything below it.
        private static async Task<Diagnostic> MovedAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        {
            var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            if (diagnostic.Location.SourceTree is not { } original || original == root.SyntaxTree)
                return diagnostic;
            var shift = UsingsLength(root) - UsingsLength(await original.GetRootAsync(cancellationToken).ConfigureAwait(false));
            return Diagnostic.Create(diagnostic.Descriptor, Move(diagnostic.Location), diagnostic.AdditionalLocations.Select(Move), diagnostic.Properties);

            Location Move(Location location) => Location.Create(root.SyntaxTree, new TextSpan(location.SourceSpan.Start + shift, location.SourceSpan.Length));
        }

        private static int UsingsLength(SyntaxNode root) =>
            root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Sum(u => u.FullSpan.Length);
    }
}
