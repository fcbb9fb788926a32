using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Skylint.Catalog;
using Skylint.Cli.Loading;

namespace Skylint.Cli.Analysis;

/// <summary>Checks a solution, project by project.</summary>
internal static class CheckRunner
{
    public static async Task<CheckResult> RunAsync(CheckTarget target, bool restore, ProfileSet profiles, Host host, Progress progress, CancellationToken cancellationToken)
    {
        using var loaded = await SolutionLoader.LoadAsync(target, restore, host, progress, cancellationToken);
        var failures = loaded.Failures.ToList();
        var settings = profiles.SettingsFor(host.Tools.Rules);
        var findings = new Dictionary<(string Rule, string Path, LinePositionSpan Span, string Message), Finding>();
        var solution = loaded.Solution;
        // Of several target frameworks the one with the most errors is told about.
        var broken = new SortedDictionary<string, (int Errors, string First)>(StringComparer.Ordinal);
        var done = new HashSet<ProjectId>();
        for (var i = 0; i < loaded.Projects.Count; i++)
        {
            var project = solution.GetProject(loaded.Projects[i])!;
            progress.Report($"Checking {project.Name} ({i + 1} of {loaded.Projects.Count})");
            var analysis = await ProjectAnalysis.RunAsync(project, host.Tools, settings, cancellationToken);
            foreach (var finding in analysis.Diagnostics.Select(d => ToFinding(d, project, host.Tools)))
            {
                // Projects that share a file can configure it differently: the loudest is heard.
                if (!findings.TryGetValue(finding.Identity, out var known) || known.Severity < finding.Severity)
                    findings[finding.Identity] = finding;
            }

            if (analysis.CompileErrors.Length > broken.GetValueOrDefault(project.FilePath!).Errors)
                broken[project.FilePath!] = (analysis.CompileErrors.Length, analysis.CompileErrors[0].Id);
            foreach (var crash in analysis.Crashes)
            {
                progress.Complain($"An analyzer failed in {project.Name}, findings may be missing. Please report this: {crash}");
                failures.Add(new ProjectFailure(project.FilePath!, $"was not checked completely, an analyzer failed: {crash}"));
            }

            done.Add(project.Id);
            solution = Forget(solution, done, loaded.Projects);
        }

        foreach (var (path, (errors, first)) in broken.Where(b => !failures.Any(f => f.ExplainsErrors && Paths.Comparer.Equals(f.Path, b.Key))))
            progress.Complain($"{host.Display(path)} does not compile ({Count(errors, "error")}, the first: {first}); findings may be missing.");
        return new CheckResult([.. SecretLines.Hide(findings.Values).Order(Finding.Order)], failures, loaded.Projects.Select(id => loaded.Solution.GetProject(id)!.FilePath).Distinct().Count());
    }

    public static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    private static Finding ToFinding(Diagnostic diagnostic, Project project, Toolbox tools)
    {
        var location = diagnostic.Location.GetMappedLineSpan();
        var path = location.IsValid ? Path.GetFullPath(location.Path, Path.GetDirectoryName(project.FilePath)!) : project.FilePath!;
        var line = LineOf(diagnostic.Location, location, project);
        return new Finding(
            tools.RuleOf(diagnostic.Id)!,
            diagnostic.Severity,
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            path,
            location.Span,
            line,
            diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.ConstructId));
    }

    private static string LineOf(Location location, FileLinePositionSpan place, Project project)
    {
        if (location.SourceTree is { } tree)
            return tree.GetText().Lines.GetLineFromPosition(location.SourceSpan.Start).ToString();
        var file = project.AdditionalDocuments.FirstOrDefault(d => Paths.Comparer.Equals(d.FilePath, place.Path));
        return file is not null && file.TryGetText(out var text) && place.Span.Start.Line < text.Lines.Count ? text.Lines[place.Span.Start.Line].ToString() : "";
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
