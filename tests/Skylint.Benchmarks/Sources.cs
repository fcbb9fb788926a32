using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Benchmarks;

/// <summary>
/// The code that is measured: the C# files of each project of a folder, under the settings of the project, as a compilation against .NET 8 and the libraries
/// that it uses: the CDK, the AWS SDK, and what runs SQL.
/// </summary>
internal static partial class Sources
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Library[] s_libraries =
    [
        new(CdkMark(), [("Amazon.CDK.Lib", "2.160.0", "netcoreapp3.1"), ("Constructs", "10.0.5", "netcoreapp3.1"), ("Amazon.JSII.Runtime", "1.103.1", "netcoreapp3.1")]),
        new(
            SdkMark(),
            [("AWSSDK.Core", "4.1.0", "net8.0"), ("AWSSDK.S3", "4.1.0", "net8.0"), ("AWSSDK.SQS", "4.0.100.25", "net8.0"), ("AWSSDK.DynamoDBv2", "4.1.0", "net8.0"), ("AWSSDK.SecurityToken", "4.0.101.10", "net8.0")]),
        new(
            SqlMark(),
            [
                ("Dapper", "2.1.66", "net8.0"), ("Npgsql", "9.0.3", "net8.0"), ("Microsoft.Data.Sqlite.Core", "9.0.0", "net8.0"),
                ("Microsoft.EntityFrameworkCore", "9.0.0", "net8.0"), ("Microsoft.EntityFrameworkCore.Abstractions", "9.0.0", "net8.0"), ("Microsoft.EntityFrameworkCore.Relational", "9.0.0", "net8.0"),
            ]),
    ];

    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The folders of the projects that use one of the libraries, or of all where none does, without those inside another; a folder without any project is one itself.</summary>
    public static IReadOnlyList<string> Projects(string folder)
    {
        var all = Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).ToList();
        var users = all.Where(file => s_libraries.Any(library => library.IsUsedBy(file))).ToList();
        var folders = (users.Count > 0 ? users : all).Select(file => Path.GetDirectoryName(file)!).Distinct().Order(StringComparer.Ordinal).ToList();
        folders.RemoveAll(inner => folders.Any(outer => inner.StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        return folders.Count == 0 ? [folder] : folders;
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
        var used = s_libraries.Where(library => projects.Any(library.IsUsedBy)).ToList();
        var references = Net80.References.All.Cast<MetadataReference>().Concat((used.Count > 0 ? used : [.. s_libraries]).SelectMany(library => library.Packages).Select(Reference));
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

    [GeneratedRegex(@"Amazon\.CDK")]
    private static partial Regex CdkMark();

    [GeneratedRegex(@"AWSSDK\.")]
    private static partial Regex SdkMark();

    [GeneratedRegex(@"Dapper|Npgsql|Sqlite|SQLite|SqlClient|MySql|EntityFrameworkCore")]
    private static partial Regex SqlMark();

    /// <summary>Packages that stand for a library.</summary>
    /// <param name="Mark">What the project file of a user says.</param>
    /// <param name="Packages">Name, version and framework of each.</param>
    private sealed record Library(Regex Mark, (string Package, string Version, string Framework)[] Packages)
    {
        public bool IsUsedBy(string project) => Mark.IsMatch(File.ReadAllText(project));
    }
}
