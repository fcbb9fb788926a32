using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Benchmarks;

/// <summary>The code that is measured: the C# files of each project of a folder as a compilation against .NET 8, the CDK and the AWS SDK.</summary>
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

    // Packages that run statements, beside those of the SDK.
    private static readonly (string Package, string Version, string Framework)[] s_sqlPackages =
    [
        ("Dapper", "2.1.66", "net8.0"),
        ("Npgsql", "9.0.3", "net8.0"),
        ("Microsoft.Data.Sqlite.Core", "9.0.0", "net8.0"),
        ("Microsoft.EntityFrameworkCore", "9.0.0", "net8.0"),
        ("Microsoft.EntityFrameworkCore.Abstractions", "9.0.0", "net8.0"),
        ("Microsoft.EntityFrameworkCore.Relational", "9.0.0", "net8.0"),
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

    /// <summary>The folders of all projects, without those inside another; a folder without any is one itself.</summary>
    public static IReadOnlyList<string> AllProjects(string folder)
    {
        var projects = Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).Distinct().Order(StringComparer.Ordinal).ToList();
        projects.RemoveAll(inner => projects.Any(outer => inner.StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        return projects.Count == 0 ? [folder] : projects;
    }

    /// <summary>The project as one that uses databases.</summary>
    public static CSharpCompilation CompileWithSql(string folder) => Compile(folder, s_sqlPackages);

    public static CSharpCompilation Compile(string folder) => Compile(folder, s_packages);

    private static CSharpCompilation Compile(string folder, (string Package, string Version, string Framework)[] packages)
    {
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings));
        var references = Net80.References.All.Cast<MetadataReference>().Concat(packages.Select(Reference));
        return CSharpCompilation.Create("Benchmark", trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static MetadataReference Reference((string Package, string Version, string Framework) package) =>
        MetadataReference.CreateFromFile(Path.Combine(Metadata("NuGetPackageRoot"), package.Package.ToLowerInvariant(), package.Version, "lib", package.Framework, Assembly(package.Package) + ".dll"));

    private static string Assembly(string package) => package == "Microsoft.Data.Sqlite.Core" ? "Microsoft.Data.Sqlite" : package;

    private static string Metadata(string key) =>
        typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
