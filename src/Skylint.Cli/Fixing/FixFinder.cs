using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Cli.Fixing;

/// <summary>Asks the code fixes what they would do.</summary>
internal static class FixFinder
{
    /// <summary>The first code action that is offered for the diagnostic; null when there is none that a text change can express.</summary>
    /// <exception cref="FixFailedException">The code fix threw.</exception>
    public static async Task<ProposedFix?> ProposeAsync(Document document, Diagnostic diagnostic, Toolbox tools, CancellationToken cancellationToken)
    {
        try
        {
            if (await FirstActionAsync(document, diagnostic, tools, cancellationToken) is not { } action)
                return null;
            var operations = await action.GetOperationsAsync(cancellationToken);
            return operations.OfType<ApplyChangesOperation>().FirstOrDefault() is { } apply
                && await ChangesAsync(document.Project.Solution, apply.ChangedSolution, cancellationToken) is { IsEmpty: false } changes
                    ? new ProposedFix(diagnostic, changes)
                    : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new FixFailedException(e);
        }
    }

    private static async Task<CodeAction?> FirstActionAsync(Document document, Diagnostic diagnostic, Toolbox tools, CancellationToken cancellationToken)
    {
        foreach (var provider in tools.Fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            CodeAction? first = null;
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => first ??= action, cancellationToken));
            while (first is { NestedActions: [var nested, ..] })
                first = nested;
            if (first is not null)
                return first;
        }

        return null;
    }

    private static async Task<ImmutableSortedDictionary<string, ImmutableArray<TextChange>>?> ChangesAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<TextChange>>(StringComparer.Ordinal);
        var difference = after.GetChanges(before);
        if (difference.GetAddedProjects().Any() || difference.GetRemovedProjects().Any())
            return null;
        foreach (var project in difference.GetProjectChanges())
        {
            if (project.GetAddedDocuments().Any() || project.GetRemovedDocuments().Any())
                return null;
            foreach (var id in project.GetChangedDocuments(onlyGetDocumentsWithTextChanges: true))
            {
                var old = before.GetDocument(id)!;
                // In a linked file the change is the same in each project; it is made once.
                if (old.FilePath is not { } path || changes.ContainsKey(path))
                    continue;
                var newLine = LineEnds.Of(await old.GetTextAsync(cancellationToken));
                var edits = await after.GetDocument(id)!.GetTextChangesAsync(old, cancellationToken);
                changes.Add(path, [.. edits.Select(e => new TextChange(e.Span, e.NewText?.ReplaceLineEndings(newLine) ?? "")).OrderBy(e => e.Span.Start)]);
            }
        }

        return changes.ToImmutable();
    }
}
