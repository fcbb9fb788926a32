using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Cli.Loading;

namespace Skylint.Cli.Analysis;

/// <summary>Checks a solution, project by project.</summary>
internal static class CheckRunner
{
    public static async Task<CheckResult> RunAsync(CheckTarget target, bool restore, ProfileSet profiles, Host host, Progress progress, CancellationToken cancellationToken)
    {
        var failures = new List<ProjectFailure>();
        using var loaded = await SolutionLoader.RestoreAndLoadAsync(target, restore, failures, host, progress, cancellationToken);
        var severities = profiles.SeveritiesOf(host.Tools.Rules);
        var findings = new Dictionary<object, Finding>();
        var solution = loaded.Solution;
        var done = new HashSet<ProjectId>();
        for (var i = 0; i < loaded.Projects.Count; i++)
        {
            var project = solution.GetProject(loaded.Projects[i])!;
            progress.Report($"Checking {project.Name} ({i + 1} of {loaded.Projects.Count})");
            var analysis = await ProjectAnalysis.RunAsync(project, host.Tools, severities, cancellationToken);
            foreach (var finding in analysis.Diagnostics.Select(d => ToFinding(d, project, host.Tools)))
                findings.TryAdd(finding.Identity, finding);
            if (analysis.CompileErrors.Length > 0)
                progress.Complain($"{project.Name} does not compile ({Count(analysis.CompileErrors.Length, "error")}, the first: {analysis.CompileErrors[0].Id}); findings may be missing.");
            foreach (var crash in analysis.Crashes)
            {
                progress.Complain($"An analyzer failed in {project.Name}, findings may be missing. Please report this: {crash}");
                failures.Add(new ProjectFailure(project.FilePath!, $"was not checked completely, an analyzer failed: {crash}"));
            }

            done.Add(project.Id);
            solution = Forget(solution, done, loaded.Projects);
        }

        return new CheckResult([.. findings.Values.Order(Finding.Order)], failures, target.Projects.Count - loaded.Failures.Count);
    }

    public static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    private static Finding ToFinding(Diagnostic diagnostic, Project project, Toolbox tools)
    {
        var location = diagnostic.Location.GetMappedLineSpan();
        var tree = diagnostic.Location.SourceTree;
        var path = location.IsValid ? Path.GetFullPath(location.Path, Path.GetDirectoryName(project.FilePath)!) : project.FilePath!;
        var line = tree?.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString() ?? "";
        return new Finding(
            tools.RuleOf(diagnostic.Id)!,
            diagnostic.Severity,
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            path,
            location.Span,
            line,
            diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.ConstructId));
    }

    // What no project still to be checked needs is let go, so that memory does not grow with the solution.
    private static Solution Forget(Solution solution, HashSet<ProjectId> done, IReadOnlyList<ProjectId> projects)
    {
        var graph = solution.GetProjectDependencyGraph();
        var needed = projects.Where(id => !done.Contains(id)).SelectMany(id => graph.GetProjectsThatThisProjectTransitivelyDependsOn(id).Append(id)).ToHashSet();
        foreach (var id in solution.ProjectIds.Where(id => !needed.Contains(id)).ToList())
            solution = solution.RemoveProject(id);
        return solution;
    }
}
