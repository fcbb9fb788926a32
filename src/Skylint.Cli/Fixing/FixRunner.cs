using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Cli.Analysis;
using Skylint.Cli.Loading;

namespace Skylint.Cli.Fixing;

/// <summary>Applies the code fixes to a whole solution, in rounds, until nothing is left that can be fixed.</summary>
internal sealed class FixRunner(Host host, Progress progress)
{
    // Fixes that undo each other would go on forever.
    private const int MaxRounds = 50;

    private readonly List<AppliedFix> _applied = [];
    private readonly HashSet<(string, string, string, string)> _given = [];

    /// <param name="target">What to fix.</param>
    /// <param name="rules">The rules whose findings are fixed; all when empty.</param>
    /// <param name="restore">Whether to restore packages first.</param>
    /// <param name="profiles">Which rules are on.</param>
    /// <param name="cancellationToken">Stops the run; nothing has been written then.</param>
    public async Task<FixResult> RunAsync(CheckTarget target, IReadOnlySet<string> rules, bool restore, ProfileSet profiles, CancellationToken cancellationToken)
    {
        using var loaded = await SolutionLoader.LoadAsync(target, restore, host, progress, cancellationToken);
        var session = new FixSession(loaded.Solution, host.Tools, profiles.SettingsFor(host.Tools.Rules));
        for (var i = 0; i < loaded.Projects.Count; i++)
        {
            progress.Report($"Fixing {loaded.Solution.GetProject(loaded.Projects[i])!.Name} ({i + 1} of {loaded.Projects.Count})");
            await FixProjectAsync(session, loaded.Projects[i], rules, cancellationToken);
        }

        return new FixResult(
            await ChangedFilesAsync(loaded.Solution, session.Solution, cancellationToken),
            [.. _applied.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Rule.Id, StringComparer.Ordinal)],
            await LeftAsync(session, loaded.Projects, rules, cancellationToken),
            loaded.Failures);
    }

    private async Task FixProjectAsync(FixSession session, ProjectId id, IReadOnlySet<string> rules, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var analysis = await session.AnalyzeAsync(id, cancellationToken);
            var wanted = analysis.Diagnostics
                .Where(d => IsWanted(d, rules) && !_given.Contains(ProposedFix.IdentityOf(d)))
                .OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start)
                .ThenBy(d => d.Id, StringComparer.Ordinal)
                .ToList();
            var proposed = await ProposeAsync(session.Solution.GetProject(id)!, wanted, cancellationToken);
            if (proposed.Count == 0)
                return;
            var batch = FixBatch.Compatible(proposed);
            var refused = await session.ApplyAsync(batch, cancellationToken);
            foreach (var (fix, error) in refused)
            {
                _given.Add(ProposedFix.IdentityOf(fix.Diagnostic));
                progress.Complain($"The fix of {Place(fix.Diagnostic)} would not compile ({error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}) and was left out.");
            }

            await CountAsync(session, id, batch.Where(f => !refused.ContainsKey(f)), cancellationToken);
        }
    }

    // A fix that leaves its diagnostic in place is not tried again, and is not counted as one.
    private async Task CountAsync(FixSession session, ProjectId id, IEnumerable<ProposedFix> applied, CancellationToken cancellationToken)
    {
        var remaining = (await session.AnalyzeAsync(id, cancellationToken)).Diagnostics
            .Where(d => d.Location.IsInSource)
            .GroupBy(ProposedFix.IdentityOf)
            .ToDictionary(g => g.Key, g => g.Count());
        foreach (var same in applied.GroupBy(f => ProposedFix.IdentityOf(f.Diagnostic)))
        {
            var left = Math.Min(remaining.GetValueOrDefault(same.Key), same.Count());
            if (left == same.Count())
                _given.Add(same.Key);
            var rule = host.Tools.RuleOf(same.Key.Id)!;
            _applied.AddRange(same.Skip(left).Select(f => new AppliedFix(rule, same.Key.Path, f.Title)));
        }
    }

    private async Task<IReadOnlyList<ProposedFix>> ProposeAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var proposed = new ProposedFix?[diagnostics.Count];
        await Parallel.ForAsync(0, diagnostics.Count, cancellationToken, async (i, token) =>
        {
            // Null for what a source generator wrote: there is no file to change.
            if (project.GetDocument(diagnostics[i].Location.SourceTree) is not { } document)
                return;
            try
            {
                proposed[i] = await FixFinder.ProposeAsync(document, diagnostics[i], host.Tools, token);
            }
            catch (FixFailedException e)
            {
                lock (_given)
                {
                    if (_given.Add(ProposedFix.IdentityOf(diagnostics[i])))
                        progress.Complain($"The fix of {Place(diagnostics[i])} failed and was left out. Please report this: {e.Message}");
                }
            }
        });
        return [.. proposed.OfType<ProposedFix>()];
    }

    private async Task<IReadOnlyDictionary<Rule, int>> LeftAsync(FixSession session, IReadOnlyList<ProjectId> projects, IReadOnlySet<string> rules, CancellationToken cancellationToken)
    {
        var left = new HashSet<(string, string, FileLinePositionSpan, string)>();
        foreach (var id in projects)
        {
            foreach (var d in (await session.AnalyzeAsync(id, cancellationToken)).Diagnostics.Where(d => rules.Count == 0 || rules.Contains(d.Id)))
                left.Add((d.Id, d.Location.SourceTree?.FilePath ?? "", d.Location.GetLineSpan(), d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return left.GroupBy(d => host.Tools.RuleOf(d.Item1)!).ToDictionary(g => g.Key, g => g.Count());
    }

    private static async Task<IReadOnlyList<ChangedFile>> ChangedFilesAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, ChangedFile>(StringComparer.Ordinal);
        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(p => p.GetChangedDocuments()))
        {
            var document = before.GetDocument(id)!;
            var old = await document.GetTextAsync(cancellationToken);
            var text = await after.GetDocument(id)!.GetTextAsync(cancellationToken);
            if (!old.ContentEquals(text))
                files[document.FilePath!] = new ChangedFile(document.FilePath!, old, text);
        }

        return [.. files.Values];
    }

    private bool IsWanted(Diagnostic diagnostic, IReadOnlySet<string> rules) =>
        diagnostic.Location.IsInSource && host.Tools.HasFix(diagnostic.Id) && (rules.Count == 0 || rules.Contains(diagnostic.Id));

    private string Place(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return $"{diagnostic.Id} at {host.Display(span.Path)}:{span.StartLinePosition.Line + 1}:{span.StartLinePosition.Character + 1}";
    }
}
