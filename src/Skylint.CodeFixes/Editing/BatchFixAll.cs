using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Skylint.CodeFixes.Editing;

/// <summary>"Fix all" in batches, which also understands a request whose key is not of the rule (see <see cref="FixKey"/>): it means the rule's first fix.</summary>
internal sealed class BatchFixAll : FixAllProvider
{
    public static readonly BatchFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => WellKnownFixAllProviders.BatchFixer.GetSupportedFixAllScopes();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (!fixAllContext.DiagnosticIds.Any(id => FixKey.IsOf(id, fixAllContext.CodeActionEquivalenceKey))
            && await FirstKeyAsync(fixAllContext).ConfigureAwait(false) is { } key)
            fixAllContext = WithKey(fixAllContext, key);
        return await WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext).ConfigureAwait(false);
    }

    private static async Task<string?> FirstKeyAsync(FixAllContext context)
    {
        foreach (var diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            var actions = new List<CodeAction>();
            var offer = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), context.CancellationToken);
            await context.CodeFixProvider.RegisterCodeFixesAsync(offer).ConfigureAwait(false);
            if (actions.FirstOrDefault()?.EquivalenceKey is { } key)
                return key;
        }

        return null;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document && context.Document is { } document)
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        if (context.Scope != FixAllScope.Solution)
            return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in context.Solution.Projects)
            all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        return all.ToImmutable();
    }

    private static FixAllContext WithKey(FixAllContext context, string key) => context.Document is { } document
        ? new FixAllContext(document, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, new SameDiagnostics(context), context.CancellationToken)
        : new FixAllContext(context.Project, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, new SameDiagnostics(context), context.CancellationToken);

    private sealed class SameDiagnostics(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);
    }
}
