using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Skylint.CodeFixes.Editing;

namespace Skylint.CodeFixes.Sdk;

/// <summary>What the fixes of SDK rules have in common: the change is made first, and offered only if its result compiles.</summary>
public abstract class SdkFix : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() => BatchFixAll.Instance;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.AdditionalLocations.Any(l => l.SourceTree != root.SyntaxTree))
                continue;
            foreach (var (title, changed) in Changes(new FixSite(root, model, diagnostic)))
            {
                if (changed is null)
                    continue;
                var result = context.Document.WithSyntaxRoot(changed);
                if (!await Compiles.AfterAsync(result, model, context.CancellationToken).ConfigureAwait(false))
                    continue;
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(result), FixKey.Of(diagnostic, title)), diagnostic);
                break;
            }
        }
    }

    /// <summary>The ways to fix a finding, the best first; the first whose result compiles is offered.</summary>
    private protected abstract IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site);
}
