using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Cli.Loading;

/// <summary>Hands the analyzers the files that the Skylint package hands them in a build: <c>cdk.json</c> and the settings beside the project.</summary>
internal static class ExtraFiles
{
    public static Solution AddTo(Solution solution, Project project)
    {
        if (project.Language != LanguageNames.CSharp || Path.GetDirectoryName(project.FilePath) is not { } folder || !Directory.Exists(folder))
            return solution;
        var files = SettingsFiles(folder).Order(StringComparer.Ordinal).ToList();
        if (UsesCdk(project) && CdkJson(folder) is { } cdk)
            files.Insert(0, cdk);
        var present = project.AdditionalDocuments.Select(d => d.FilePath).OfType<string>().ToHashSet(Paths.Comparer);
        foreach (var file in files.Where(f => !present.Contains(f)))
        {
            using var stream = File.OpenRead(file);
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id), Path.GetFileName(file), SourceText.From(stream), filePath: file);
        }

        return solution;
    }

    private static IEnumerable<string> SettingsFiles(string folder)
    {
        var anyCase = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive };
        var properties = Path.Combine(folder, "Properties");
        return Directory.EnumerateFiles(folder, "appsettings*.json")
            .Concat(Directory.EnumerateFiles(folder, "web*.config", anyCase))
            .Concat(Directory.EnumerateFiles(folder, "app*.config", anyCase))
            .Concat(Directory.Exists(properties) ? Directory.EnumerateFiles(properties, "launchSettings*.json") : []);
    }

    /// <summary>The nearest <c>cdk.json</c> from the folder upwards, inside the repository where there is one.</summary>
    public static string? CdkJson(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var file = Path.Combine(at, "cdk.json");
            if (File.Exists(file))
                return file;
            if (Path.Exists(Path.Combine(at, ".git")))
                return null;
        }

        return null;
    }

    private static bool UsesCdk(Project project) =>
        project.MetadataReferences.OfType<PortableExecutableReference>().Any(r => Path.GetFileName(r.FilePath) is "Amazon.CDK.Lib.dll");
}
