using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Loading;

/// <summary>Restores the packages of projects that have not been restored since they last changed.</summary>
internal static partial class Restorer
{
    private static readonly string[] s_filesAbove =
        ["Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets", "global.json", "nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>Runs <c>dotnet restore</c> where it is needed and returns the projects where it failed.</summary>
    public static async Task<IReadOnlyList<ProjectFailure>> RestoreAsync(CheckTarget target, Progress progress, CancellationToken cancellationToken)
    {
        var stale = target.Projects.Where(p => File.Exists(p) && NeedsRestore(p)).ToList();
        if (stale.Count == 0)
            return [];
        progress.Report(stale.Count == 1 ? $"Restoring {Path.GetFileName(stale[0])}" : $"Restoring {stale.Count} projects");
        if (stale.Count == 1)
            return await RunAsync(stale[0], target.Folder, stale, cancellationToken);
        using var solution = await TemporarySolution.CreateAsync(stale, cancellationToken);
        var failures = (await RunAsync(solution.File, target.Folder, stale, cancellationToken)).ToList();
        if (failures.Count == 0)
            return failures;

        // A project that cannot even be read keeps the others of its solution from being restored.
        foreach (var project in stale.Where(p => failures.All(f => f.Path != p) && NeedsRestore(p)))
            failures.AddRange(await RunAsync(project, target.Folder, [project], cancellationToken));
        return failures;
    }

    /// <summary>True when the project has no list of resolved packages, or one that is older than what it is made from.</summary>
    public static bool NeedsRestore(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        // Without the attribute it is a project of the old format, whose packages.config this command does not restore.
        if (!SdkStyle().IsMatch(File.ReadAllText(project)))
            return false;
        var assets = new FileInfo(Path.Combine(folder, "obj", "project.assets.json"));
        if (!assets.Exists)
            return true;
        var inputs = new List<string> { project, Path.Combine(folder, "packages.lock.json") };
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            inputs.AddRange(s_filesAbove.Select(name => Path.Combine(at, name)));
        return inputs.Any(input => File.GetLastWriteTimeUtc(input) > assets.LastWriteTimeUtc);
    }

    /// <summary>True when a loaded project has no list of resolved packages where it keeps what is made on the way to its assembly.</summary>
    public static bool IsUnrestored(Project project)
    {
        if (project.FilePath is not { } path || !SdkStyle().IsMatch(File.ReadAllText(path)) || project.CompilationOutputInfo.AssemblyPath is not { } assembly)
            return false;
        // The list is in the base of the intermediate folder; below it are folders for configuration, target framework and platform.
        var folder = Path.GetDirectoryName(assembly);
        for (var level = 0; level < 4 && folder is not null; level++, folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "project.assets.json")))
                return false;
        }

        return true;
    }

    private static async Task<IReadOnlyList<ProjectFailure>> RunAsync(string file, string folder, IReadOnlyList<string> projects, CancellationToken cancellationToken)
    {
        // Whether a warning shall fail the build, or a known vulnerability, is not the question here.
        var run = await DotnetCommand.RunAsync(["restore", file, "-nologo", "-v", "q", "-nodeReuse:false", "-p:TreatWarningsAsErrors=false", "-p:NuGetAudit=false"], folder, cancellationToken);
        return run.Succeeded ? [] : Failures(run.Output, projects);
    }

    private static List<ProjectFailure> Failures(string output, IReadOnlyList<string> projects)
    {
        var failures = new List<ProjectFailure>();
        foreach (var match in DotnetCommand.ErrorLine().Matches(output).Cast<Match>())
        {
            var path = match.Groups["path"].Value.Trim();
            if (projects.FirstOrDefault(p => Paths.Comparer.Equals(p, path)) is { } project && failures.All(f => f.Path != project))
                failures.Add(new ProjectFailure(project, $"could not be restored: {match.Groups["error"].Value.Trim()}"));
        }

        if (failures.Count == 0)
        {
            // The error names a file that the projects import, or the command itself did not work.
            failures.AddRange(projects.Select(p => new ProjectFailure(p, $"could not be restored: {DotnetCommand.Reason(output)}")));
        }

        return failures;
    }

    [GeneratedRegex("""<Project\b[^>]*\bSdk\s*=|<Sdk\s|<Import\b[^>]*\bSdk\s*=""")]
    private static partial Regex SdkStyle();
}
