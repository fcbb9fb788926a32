using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Benchmarks;

/// <summary>The code that is measured: the C# files of each project of a folder as a compilation against .NET 8, the CDK and the AWS SDK.</summary>
internal static class Sources
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly (string Package, string Version, string Framework)[] s_cdk =
    [
        ("Amazon.CDK.Lib", "2.160.0", "netcoreapp3.1"),
        ("Constructs", "10.0.5", "netcoreapp3.1"),
        ("Amazon.JSII.Runtime", "1.103.1", "netcoreapp3.1"),
    ];

    private static readonly (string Package, string Version, string Framework)[] s_sdk =
    [
        ("AWSSDK.Core", "4.1.0", "net8.0"),
        ("AWSSDK.S3", "4.1.0", "net8.0"),
        ("AWSSDK.SQS", "4.0.100.25", "net8.0"),
        ("AWSSDK.DynamoDBv2", "4.1.0", "net8.0"),
        ("AWSSDK.SecurityToken", "4.0.101.10", "net8.0"),
    ];

    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The folders of the projects that use the CDK or the SDK; a folder without any is one itself.</summary>
    public static IReadOnlyList<string> Projects(string folder)
    {
        var projects = Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)
            .Where(file => UsesCdk(file) || UsesSdk(file))
            .Select(file => Path.GetDirectoryName(file)!)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return projects.Count == 0 ? [folder] : projects;
    }

    public static bool UseCdk(IEnumerable<Compilation> compilations) => compilations.Any(c => c.ReferencedAssemblyNames.Any(a => a.Name == s_cdk[0].Package));

    public static bool UseSdk(IEnumerable<Compilation> compilations) => compilations.Any(c => c.ReferencedAssemblyNames.Any(a => a.Name == s_sdk[0].Package));

    public static CSharpCompilation Compile(string folder)
    {
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings));
        var projects = Directory.GetFiles(folder, "*.csproj");
        var packages = (projects.Length == 0 || projects.Any(UsesCdk) ? s_cdk : []).Concat(projects.Length == 0 || projects.Any(UsesSdk) ? s_sdk : []);
        var references = Net80.References.All.Cast<MetadataReference>().Concat(packages.Select(Reference));
        return CSharpCompilation.Create("Benchmark", trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static bool UsesCdk(string project) => File.ReadAllText(project).Contains("Amazon.CDK", StringComparison.Ordinal);

    private static bool UsesSdk(string project) => File.ReadAllText(project).Contains("AWSSDK.", StringComparison.Ordinal);

    private static MetadataReference Reference((string Package, string Version, string Framework) package) =>
        MetadataReference.CreateFromFile(Path.Combine(Metadata("NuGetPackageRoot"), package.Package.ToLowerInvariant(), package.Version, "lib", package.Framework, package.Package + ".dll"));

    private static string Metadata(string key) =>
        typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
