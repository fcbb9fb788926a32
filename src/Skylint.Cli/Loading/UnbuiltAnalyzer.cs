using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace Skylint.Cli.Loading;

/// <summary>
/// An analyzer or generator that a project takes from another project of the same code base, and whose assembly does not exist: nobody has built it. What it would generate is then
/// missing, and the compiler's complaints about that say nothing about the code.
/// </summary>
/// <param name="Consumer">The absolute path of the project that uses it.</param>
/// <param name="Assembly">The absolute path of the assembly.</param>
/// <param name="Source">The absolute path of the project that makes it.</param>
internal sealed record UnbuiltAnalyzer(string Consumer, string Assembly, string Source)
{
    /// <summary>Finds those that the given projects wait for.</summary>
    public static async Task<IReadOnlyList<UnbuiltAnalyzer>> FindAsync(Solution solution, IEnumerable<ProjectId> projects, CancellationToken cancellationToken)
    {
        var found = new List<UnbuiltAnalyzer>();
        foreach (var project in projects.Select(id => solution.GetProject(id)!).Where(p => p.FilePath is not null))
        {
            var missing = project.AnalyzerReferences.Select(r => r.FullPath).OfType<string>().Where(path => Path.IsPathFullyQualified(path) && !File.Exists(path)).ToList();
            if (missing.Count == 0 || found.Any(known => known.Consumer == project.FilePath))
                continue;
            foreach (var source in await AnalyzerProjectsAsync(project.FilePath!, cancellationToken))
            {
                if (missing.FirstOrDefault(assembly => Makes(source, assembly, solution)) is { } assembly)
                    found.Add(new UnbuiltAnalyzer(project.FilePath!, assembly, source));
            }
        }

        return found;
    }

    /// <summary>Builds what is missing, each project once; returns what went wrong, by project.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> BuildAsync(IEnumerable<UnbuiltAnalyzer> unbuilt, Progress progress, CancellationToken cancellationToken)
    {
        var problems = new Dictionary<string, string>(Paths.Comparer);
        foreach (var source in unbuilt.Select(u => u.Source).Distinct(Paths.Comparer))
        {
            progress.Report($"Building {Path.GetFileNameWithoutExtension(source)}, which other projects compile with");
            var run = await DotnetCommand.RunAsync(["build", source, "-nologo", "-v", "q", "-nodeReuse:false", "-p:TreatWarningsAsErrors=false", "-p:NuGetAudit=false"], Path.GetDirectoryName(source)!, cancellationToken);
            if (!run.Succeeded)
                problems[source] = DotnetCommand.Reason(run.Output);
        }

        return problems;
    }

    // A reference to a project is told apart from others by its metadata, which the workspace does not keep.
    private static async Task<IReadOnlyList<string>> AnalyzerProjectsAsync(string project, CancellationToken cancellationToken)
    {
        var run = await DotnetCommand.RunAsync(["msbuild", project, "-nologo", "-getItem:ProjectReference"], Path.GetDirectoryName(project)!, cancellationToken);
        if (!run.Succeeded)
            return [];
        try
        {
            using var items = JsonDocument.Parse(run.Output);
            return [.. items.RootElement.GetProperty("Items").GetProperty("ProjectReference").EnumerateArray()
                .Where(item => item.TryGetProperty("OutputItemType", out var type) && string.Equals(type.GetString(), "Analyzer", StringComparison.OrdinalIgnoreCase))
                .Select(item => item.GetProperty("FullPath").GetString()!)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // An SDK without this option writes something else, and names no project.
            return [];
        }
    }

    private static bool Makes(string source, string assembly, Solution solution) =>
        solution.Projects.FirstOrDefault(p => Paths.Comparer.Equals(p.FilePath, source)) is { } loaded
            ? Paths.Comparer.Equals(loaded.OutputFilePath, assembly) || loaded.AssemblyName == Path.GetFileNameWithoutExtension(assembly)
            : assembly.StartsWith(Path.GetDirectoryName(source)! + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase)
                || string.Equals(Path.GetFileNameWithoutExtension(source), Path.GetFileNameWithoutExtension(assembly), StringComparison.OrdinalIgnoreCase);
}
