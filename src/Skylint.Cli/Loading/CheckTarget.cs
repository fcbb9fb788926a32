using Microsoft.VisualStudio.SolutionPersistence;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;
using Skylint.Cli.Commands;

namespace Skylint.Cli.Loading;

/// <summary>What is to be checked.</summary>
/// <param name="Folder">The absolute path of the folder that was given, or that holds what was given.</param>
/// <param name="Solution">The absolute path of the solution; null when projects are taken one by one.</param>
/// <param name="Projects">The absolute paths of the C# projects, in the order of their names.</param>
internal sealed record CheckTarget(string Folder, string? Solution, IReadOnlyList<string> Projects)
{
    private static readonly HashSet<string> s_skippedFolders = new(["bin", "obj", "node_modules", "cdk.out"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the projects of a solution, a project or a folder.</summary>
    /// <exception cref="CommandException">There is nothing to check at <paramref name="path"/>.</exception>
    public static async Task<CheckTarget> FindAsync(string path, string currentDirectory, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path, currentDirectory);
        if (Directory.Exists(full))
            return await InFolderAsync(Path.TrimEndingDirectorySeparator(full), path, cancellationToken);
        if (!File.Exists(full))
            throw new CommandException($"There is no '{path}'. Give a solution (.sln, .slnx), a C# project (.csproj) or a folder.");
        if (IsSolution(full))
            return await OfSolutionAsync(full, path, cancellationToken);
        if (IsProject(full))
            return new CheckTarget(Path.GetDirectoryName(full)!, null, [full]);
        throw new CommandException($"'{path}' is neither a solution (.sln, .slnx) nor a C# project (.csproj).");
    }

    private static async Task<CheckTarget> InFolderAsync(string folder, string typed, CancellationToken cancellationToken)
    {
        var solutions = Directory.EnumerateFiles(folder).Where(IsSolution).ToList();
        if (solutions.Count == 1)
            return await OfSolutionAsync(solutions[0], typed, cancellationToken);
        var projects = ProjectsBelow(folder).Order(StringComparer.Ordinal).ToList();
        return projects.Count > 0
            ? new CheckTarget(folder, null, projects)
            : throw new CommandException($"There is no C# project in '{typed}' or below. Give a solution (.sln, .slnx), a project (.csproj) or another folder.");
    }

    private static async Task<CheckTarget> OfSolutionAsync(string solution, string typed, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(solution)!;
        SolutionModel model;
        try
        {
            // Moniker and extension do not fail for a name that IsSolution accepts.
            model = await SolutionSerializers.GetSerializerByMoniker(solution)!.OpenAsync(solution, cancellationToken);
        }
        catch (Exception e) when (e is SolutionException or IOException or System.Xml.XmlException)
        {
            throw new CommandException($"'{typed}' could not be read as a solution: {e.Message}");
        }

        var projects = model.SolutionProjects
            .Select(p => Path.GetFullPath(p.FilePath.Replace('\\', Path.DirectorySeparatorChar), folder))
            .Where(IsProject)
            .Distinct(Paths.Comparer)
            .Order(StringComparer.Ordinal)
            .ToList();
        return projects.Count > 0 ? new CheckTarget(folder, solution, projects) : throw new CommandException($"The solution '{typed}' has no C# project.");
    }

    private static IEnumerable<string> ProjectsBelow(string folder)
    {
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out var at))
        {
            foreach (var project in Directory.EnumerateFiles(at).Where(IsProject))
                yield return project;
            foreach (var child in new DirectoryInfo(at).EnumerateDirectories())
            {
                if (!s_skippedFolders.Contains(child.Name) && !child.Name.StartsWith('.') && child.LinkTarget is null)
                    pending.Push(child.FullName);
            }
        }
    }

    private static bool IsSolution(string path) => Path.GetExtension(path).ToUpperInvariant() is ".SLN" or ".SLNX";

    private static bool IsProject(string path) => Path.GetExtension(path).ToUpperInvariant() is ".CSPROJ";
}
