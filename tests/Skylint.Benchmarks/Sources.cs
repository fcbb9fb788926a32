using System.Reflection;
using System.Xml.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Benchmarks;

/// <summary>The code that is measured: the C# files of each project of a folder, under the settings of the project, as a compilation against .NET 8, the CDK and the AWS SDK.</summary>
internal static class Sources
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly (string Package, string Version, string Framework)[] s_packages =
    [
        ("Amazon.CDK.Lib", "2.160.0", "netcoreapp3.1"),
        ("Constructs", "10.0.5", "netcoreapp3.1"),
        ("Amazon.JSII.Runtime", "1.103.1", "netcoreapp3.1"),
        ("AWSSDK.Core", "4.1.0", "net8.0"),
        ("AWSSDK.S3", "4.1.0", "net8.0"),
        ("AWSSDK.SQS", "4.0.100.25", "net8.0"),
        ("AWSSDK.DynamoDBv2", "4.1.0", "net8.0"),
    ];

    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The folders of the projects that use the CDK; a folder without any is one itself.</summary>
    public static IReadOnlyList<string> Projects(string folder)
    {
        var projects = Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("Amazon.CDK", StringComparison.Ordinal))
            .Select(file => Path.GetDirectoryName(file)!)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return projects.Count == 0 ? [folder] : projects;
    }

    public static CSharpCompilation Compile(string folder)
    {
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings));
        var references = Net80.References.All.Cast<MetadataReference>().Concat(s_packages.Select(Reference));
        var project = Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault();
        var kind = project is null || Setting(project, "OutputType") is "Exe" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var nullable = project is null || Setting(project, "Nullable") is "enable" ? NullableContextOptions.Enable : NullableContextOptions.Disable;
        return CSharpCompilation.Create("Benchmark", trees, references, new CSharpCompilationOptions(kind, nullableContextOptions: nullable));
    }

    // Nullable analysis is a large part of binding, and most CDK apps do not switch it on: the settings are the project's own.
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
        MetadataReference.CreateFromFile(Path.Combine(Metadata("NuGetPackageRoot"), package.Package.ToLowerInvariant(), package.Version, "lib", package.Framework, package.Package + ".dll"));

    private static string Metadata(string key) =>
        typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
