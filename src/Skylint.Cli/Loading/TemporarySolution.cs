using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace Skylint.Cli.Loading;

/// <summary>A solution file outside the checked folder, so that many projects are restored and loaded in one go.</summary>
internal sealed class TemporarySolution : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skylint-");

    private TemporarySolution() => File = Path.Combine(_folder.FullName, "skylint.sln");

    /// <summary>The absolute path of the file.</summary>
    public string File { get; }

    public static async Task<TemporarySolution> CreateAsync(IReadOnlyList<string> projects, CancellationToken cancellationToken)
    {
        var solution = new TemporarySolution();
        var model = new SolutionModel();
        model.AddBuildType("Debug");
        model.AddPlatform("Any CPU");
        for (var i = 0; i < projects.Count; i++)
        {
            // A solution cannot hold two projects of one name in one folder.
            var folder = model.AddFolder($"/{i}/");
            model.AddProject(Path.GetRelativePath(solution._folder.FullName, projects[i]), null, folder);
        }

        await SolutionSerializers.SlnFileV12.SaveAsync(solution.File, model, cancellationToken);
        return solution;
    }

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Left to the system's own cleaning of temporary files.
        }
    }
}
