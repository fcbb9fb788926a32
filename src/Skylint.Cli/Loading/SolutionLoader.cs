using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Loading;

/// <summary>Loads projects as MSBuild evaluates them.</summary>
internal static partial class SolutionLoader
{
    /// <summary>Restores where that is needed, loads, and says what did not work.</summary>
    public static async Task<LoadedSolution> LoadAsync(CheckTarget target, bool restore, Host host, Progress progress, CancellationToken cancellationToken)
    {
        var failures = restore ? await Restorer.RestoreAsync(target, progress, cancellationToken) : [];
        var loaded = await LoadAsync(target, progress, cancellationToken);
        loaded = await WithAnalyzersAsync(loaded, target, restore, host, progress, cancellationToken);
        // A project that was not restored does not load well either: one reason is enough.
        loaded = loaded with { Failures = [.. failures, .. loaded.Failures.Where(f => failures.All(known => known.Path != f.Path))] };
        foreach (var failure in loaded.Failures)
            progress.Complain($"{host.Display(failure.Path)} {failure.Problem}");
        return loaded;
    }

    /// <summary>Builds the generators that projects of the solution take from each other, where nobody has, and loads again; or says what to do.</summary>
    private static async Task<LoadedSolution> WithAnalyzersAsync(LoadedSolution loaded, CheckTarget target, bool build, Host host, Progress progress, CancellationToken cancellationToken)
    {
        var unbuilt = await UnbuiltAnalyzer.FindAsync(loaded.Solution, loaded.Projects, cancellationToken);
        if (unbuilt.Count == 0)
            return loaded;
        IReadOnlyDictionary<string, string> problems = new Dictionary<string, string>();
        if (build)
        {
            problems = await UnbuiltAnalyzer.BuildAsync(unbuilt, progress, cancellationToken);
            loaded.Dispose();
            loaded = await LoadAsync(target, progress, cancellationToken);
        }

        var failures = unbuilt.Where(u => !File.Exists(u.Assembly)).Select(u => new ProjectFailure(
            u.Consumer,
            $"lacks the code that '{Path.GetFileNameWithoutExtension(u.Assembly)}' generates, findings may be missing: "
                + (problems.TryGetValue(u.Source, out var problem) ? $"{host.Display(u.Source)} could not be built: {problem}" : $"run 'dotnet build {host.Display(u.Source)}'"),
            ExplainsErrors: true));
        return loaded with { Failures = [.. loaded.Failures, .. failures] };
    }

    private static async Task<LoadedSolution> LoadAsync(CheckTarget target, Progress progress, CancellationToken cancellationToken)
    {
        progress.Report(target.Projects.Count == 1 ? $"Loading {Path.GetFileName(target.Projects[0])}" : $"Loading {target.Projects.Count} projects");
        var workspace = MSBuildWorkspace.Create();
        try
        {
            var thrown = await OpenAsync(workspace, target, cancellationToken);
            var errors = workspace.Diagnostics.Where(d => d.Kind == WorkspaceDiagnosticKind.Failure && !IsWarning(d.Message)).Select(d => d.Message).ToList();
            var solution = workspace.CurrentSolution;
            var failures = new List<ProjectFailure>();
            foreach (var path in target.Projects)
            {
                var isLoaded = solution.Projects.Any(p => IsAt(p, path) && p.HasDocuments && p.MetadataReferences.Count > 0);
                var reason = !File.Exists(path) ? "there is no such file" : thrown ?? errors.FirstOrDefault(e => e.Contains(path, StringComparison.OrdinalIgnoreCase));
                reason ??= solution.Projects.Any(p => IsAt(p, path) && Restorer.IsUnrestored(p)) ? "its packages have not been restored; run 'dotnet restore'" : null;
                if (!isLoaded)
                    failures.Add(new ProjectFailure(path, $"could not be loaded: {OneLine(reason ?? "MSBuild gives no reason; does it build?", path)}"));
                else if (reason is not null)
                    failures.Add(new ProjectFailure(path, $"was loaded with an error, findings may be missing: {OneLine(reason, path)}"));
            }

            foreach (var project in solution.Projects)
                solution = ExtraFiles.AddTo(solution, project);
            var wanted = target.Projects.ToHashSet(Paths.Comparer);
            var projects = solution.Projects
                .Where(p => p.Language == LanguageNames.CSharp && p.FilePath is not null && wanted.Contains(p.FilePath) && p.HasDocuments)
                .OrderBy(p => p.FilePath, StringComparer.Ordinal)
                .ThenBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => p.Id)
                .ToList();
            return new LoadedSolution(workspace, solution, projects, failures);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    // NuGet's remark that it took a newer version than was asked for is repeated by MSBuild, and the workspace counts it as a failure.
    private static bool IsWarning(string message) => message.Contains("was resolved instead", StringComparison.Ordinal);

    // Errors of a solution's projects are among the workspace's diagnostics; those of a single project are thrown.
    private static async Task<string?> OpenAsync(MSBuildWorkspace workspace, CheckTarget target, CancellationToken cancellationToken)
    {
        try
        {
            if (target.Solution is { } solution)
            {
                await workspace.OpenSolutionAsync(solution, cancellationToken: cancellationToken);
            }
            else if (target.Projects.Count == 1)
            {
                await workspace.OpenProjectAsync(target.Projects[0], cancellationToken: cancellationToken);
            }
            else
            {
                using var all = await TemporarySolution.CreateAsync(target.Projects, cancellationToken);
                await workspace.OpenSolutionAsync(all.File, cancellationToken: cancellationToken);
            }

            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e.Message;
        }
    }

    private static bool IsAt(Project project, string path) => project.FilePath is { } at && Paths.Comparer.Equals(at, path);

    private static string OneLine(string message, string path)
    {
        var text = Preamble().Replace(message, "").Replace(path, Path.GetFileName(path), StringComparison.OrdinalIgnoreCase);
        return Whitespace().Replace(text, " ").Trim();
    }

    [GeneratedRegex("""^\s*Msbuild failed when processing the file '[^']*' with message:\s*""", RegexOptions.IgnoreCase)]
    private static partial Regex Preamble();

    [GeneratedRegex("""\s+""")]
    private static partial Regex Whitespace();
}
