using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Fixing;

/// <summary>
/// A solution that fixes are applied to, step by step. A step that would bring a compile error is not taken: neither in a project that
/// holds a changed file nor, when more than the inside of members changes, in one that depends on it.
/// </summary>
internal sealed class FixSession(Solution solution, Toolbox tools, ProfileSettings profile)
{
    private readonly Dictionary<ProjectId, ProjectAnalysis> _analyses = [];

    public Solution Solution { get; private set; } = solution;

    /// <summary>What the analyzers say about a project as it is now.</summary>
    public async Task<ProjectAnalysis> AnalyzeAsync(ProjectId id, CancellationToken cancellationToken)
    {
        if (!_analyses.TryGetValue(id, out var analysis))
            _analyses[id] = analysis = await ProjectAnalysis.RunAsync(Solution.GetProject(id)!, tools, profile, cancellationToken);
        return analysis;
    }

    /// <summary>Applies what can be applied, and returns the fixes that were refused with the first error that each would bring.</summary>
    public async Task<IReadOnlyDictionary<ProposedFix, Diagnostic>> ApplyAsync(IReadOnlyList<ProposedFix> fixes, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<ProposedFix, Diagnostic>();
        var kept = new List<ProposedFix>();
        Step? last = null;
        await KeepAsync(fixes);
        if (last is not null)
            Take(last);
        return refused;

        // All at once; where that fails, half and half, until the ones at fault are alone.
        async Task KeepAsync(IReadOnlyList<ProposedFix> more)
        {
            var step = await TryAsync([.. kept, .. more], cancellationToken);
            if (step.Error is null)
            {
                kept.AddRange(more);
                last = step;
            }
            else if (more.Count == 1)
            {
                refused.Add(more[0], step.Error);
            }
            else
            {
                await KeepAsync([.. more.Take(more.Count / 2)]);
                await KeepAsync([.. more.Skip(more.Count / 2)]);
            }
        }
    }

    private void Take(Step step)
    {
        Solution = step.Solution;
        foreach (var (id, analysis) in step.Analyses)
            _analyses[id] = analysis;
    }

    private async Task<Step> TryAsync(IReadOnlyList<ProposedFix> fixes, CancellationToken cancellationToken)
    {
        var changed = Solution;
        var affected = new HashSet<ProjectId>();
        foreach (var (path, changes) in FixBatch.Merge(fixes))
        {
            var ids = Solution.GetDocumentIdsWithFilePath(path).Where(id => Solution.GetDocument(id) is not null).ToList();
            var before = Solution.GetDocument(ids[0])!;
            var text = (await before.GetTextAsync(cancellationToken)).WithChanges(changes);
            foreach (var id in ids)
            {
                changed = changed.WithDocumentText(id, text);
                affected.Add(id.ProjectId);
            }

            if (!await IsInsideMembersAsync(before, changed.GetDocument(ids[0])!, cancellationToken))
                affected.UnionWith(ids.SelectMany(id => Solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(id.ProjectId)));
        }

        var analyses = new Dictionary<ProjectId, ProjectAnalysis>();
        foreach (var id in affected.Where(id => Solution.GetProject(id)!.Language == LanguageNames.CSharp))
        {
            var before = await AnalyzeAsync(id, cancellationToken);
            var after = await ProjectAnalysis.RunAsync(changed.GetProject(id)!, tools, profile, cancellationToken);
            analyses.Add(id, after);
            if (NewError(before, after) is { } error)
                return new Step(changed, analyses, error);
        }

        return new Step(changed, analyses, null);
    }

    private static Diagnostic? NewError(ProjectAnalysis before, ProjectAnalysis after)
    {
        var known = before.CompileErrors.GroupBy(Identity).ToDictionary(g => g.Key, g => g.Count());
        foreach (var error in after.CompileErrors)
        {
            var identity = Identity(error);
            if (!known.TryGetValue(identity, out var left) || left == 0)
                return error;
            known[identity] = left - 1;
        }

        return null;

        static (string, string?, string) Identity(Diagnostic d) => (d.Id, d.Location.SourceTree?.FilePath, d.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<bool> IsInsideMembersAsync(Document before, Document after, CancellationToken cancellationToken) =>
        await before.GetSyntaxRootAsync(cancellationToken) is CompilationUnitSyntax old
        && await after.GetSyntaxRootAsync(cancellationToken) is CompilationUnitSyntax root
        && SyntaxFactory.AreEquivalent(old.WithUsings(default), root.WithUsings(default), topLevel: true);

    private sealed record Step(Solution Solution, IReadOnlyDictionary<ProjectId, ProjectAnalysis> Analyses, Diagnostic? Error);
}
