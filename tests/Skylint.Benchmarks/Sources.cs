using System.Reflection;
using System.Xml.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Benchmarks;

/// <summary>
/// The code that is measured: the C# files of each project of a folder, under the settings of the project, as a compilation against .NET 8 and the libraries
/// that it uses: the CDK, the AWS SDK, and what runs SQL.
/// </summary>
internal static class Sources
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The folders of the projects, without those inside another; a folder without any project is one itself.</summary>
    /// <param name="folder">Where to look.</param>
    /// <param name="libraries">Only projects that use one of these; all projects where it is null.</param>
    public static IReadOnlyList<string> Projects(string folder, IReadOnlyList<Library>? libraries)
    {
        var all = Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).ToList();
        if (all.Count == 0)
            return [folder];
        var folders = all.Where(file => libraries?.Any(library => library.IsUsedBy(file)) != false).Select(file => Path.GetDirectoryName(file)!).Distinct().Order(StringComparer.Ordinal).ToList();
        folders.RemoveAll(inner => folders.Any(outer => inner.StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        return folders;
    }

    public static CSharpCompilation Compile(string folder)
    {
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings));
        var projects = Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).ToList();
        var project = projects.FirstOrDefault();
        var used = Library.All.Where(library => projects.Any(library.IsUsedBy)).ToList();
        var references = Net80.References.All.Cast<MetadataReference>().Concat((used.Count > 0 ? used : Library.All).SelectMany(library => library.Packages).Select(Reference));
        var kind = project is null || Setting(project, "OutputType") is "Exe" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var nullable = project is null || Setting(project, "Nullable") is "enable" ? NullableContextOptions.Enable : NullableContextOptions.Disable;
        return CSharpCompilation.Create("Benchmark", trees, references, new CSharpCompilationOptions(kind, concurrentBuild: false, nullableContextOptions: nullable));
    }

    // Nullable analysis is a large part of binding, and many projects do not switch it on: the settings are the project's own.
    private static string? Setting(string project, string name)
    {
        for (var (file, folder) = (project, Path.GetDirectoryName(Path.GetFullPath(project))); folder is not null; (file, folder) = (Path.Combine(folder, "Directory.Build.props"), Path.GetDirectoryName(folder)))
        {
            if (File.Exists(file) && XDocument.Load(file).Descendants().FirstOrDefault(e => e.Name.LocalName == name) is { } setting)
                return setting.Value;
        }

        return null;
    }

    private static MetadataReference Reference((string Package, string Version, string Framework) package) =>
        MetadataReference.CreateFromFile(Path.Combine(Metadata("NuGetPackageRoot"), package.Package.ToLowerInvariant(), package.Version, "lib", package.Framework, Assembly(package.Package) + ".dll"));

    private static string Assembly(string package) => package == "Microsoft.Data.Sqlite.Core" ? "Microsoft.Data.Sqlite" : package;

    private static string Metadata(string key) =>
        typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
