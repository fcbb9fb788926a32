using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace Skylint.Tests.Support;

/// <summary>
/// The assemblies that a test source is compiled against. They come from the restored package folder, so that no test
/// needs the network, and each file is read once for the whole run.
/// </summary>
public sealed class Refs
{
    private static readonly ConcurrentDictionary<string, MetadataReference> s_cache = new(StringComparer.Ordinal);

    private Refs(ImmutableArray<MetadataReference> all) => All = all;

    public ImmutableArray<MetadataReference> All { get; }

    /// <summary>.NET 8 and nothing else.</summary>
    public static Refs Net { get; } = new(Net80.References.All.CastArray<MetadataReference>());

    /// <summary>AWS CDK 2.160, the version that most cases are written for.</summary>
    public static Refs Cdk { get; } = CdkOf("2.160.0");

    public static Refs Cdk103 { get; } = CdkOf("2.103.0");

    public static Refs Cdk277 { get; } = CdkOf("2.277.0");

    /// <summary>AWS SDK for .NET 4 with every service package that the tests can restore.</summary>
    public static Refs Sdk4 { get; } = Net
        .With("AWSSDK.Core", "4.1.0", "net8.0", "AWSSDK.Core")
        .With("AWSSDK.S3", "4.1.0", "net8.0", "AWSSDK.S3")
        .With("AWSSDK.DynamoDBv2", "4.1.0", "net8.0", "AWSSDK.DynamoDBv2")
        .With("AWSSDK.KeyManagementService", "4.1.0", "net8.0", "AWSSDK.KeyManagementService")
        .With("AWSSDK.SQS", "4.0.100.25", "net8.0", "AWSSDK.SQS")
        .With("AWSSDK.SecurityToken", "4.0.101.10", "net8.0", "AWSSDK.SecurityToken")
        .With("AWSSDK.SimpleSystemsManagement", "4.0.105", "net8.0", "AWSSDK.SimpleSystemsManagement");

    /// <summary>AWS SDK for .NET 4 with logging, and with the diagnostics of .NET 9 in place of those of .NET 8.</summary>
    public static Refs Observability { get; } = new Refs([.. Sdk4.All.Where(reference => reference.Display?.Contains("System.Diagnostics.DiagnosticSource", StringComparison.Ordinal) != true)])
        .With("System.Diagnostics.DiagnosticSource", "9.0.0", "net8.0", "System.Diagnostics.DiagnosticSource")
        .With("Microsoft.Extensions.Logging.Abstractions", "8.0.2", "net8.0", "Microsoft.Extensions.Logging.Abstractions");

    /// <summary>AWS SDK for .NET 3.7.</summary>
    public static Refs Sdk3 { get; } = Net
        .With("AWSSDK.Core", "3.7.501.1", "net8.0", "AWSSDK.Core")
        .With("AWSSDK.S3", "3.7.511.8", "net8.0", "AWSSDK.S3")
        .With("AWSSDK.SecurityToken", "3.7.202", "netcoreapp3.1", "AWSSDK.SecurityToken");

    /// <summary>Adds one assembly of a restored package.</summary>
    public Refs With(string package, string version, string framework, string assembly) =>
        new(All.Add(FromPackage(package, version, framework, assembly)));

    /// <summary>Adds references that the test made itself, such as a compiled stub.</summary>
    public Refs With(params IEnumerable<MetadataReference> more) => new(All.AddRange(more));

    private static Refs CdkOf(string version) => Net
        .With("Amazon.CDK.Lib", version, version == "2.277.0" ? "net6.0" : "netcoreapp3.1", "Amazon.CDK.Lib")
        .With("Constructs", "10.0.5", "netcoreapp3.1", "Constructs")
        .With("Amazon.JSII.Runtime", "1.103.1", "netcoreapp3.1", "Amazon.JSII.Runtime");

    private static MetadataReference FromPackage(string package, string version, string framework, string assembly) =>
        s_cache.GetOrAdd($"{package}/{version}/{framework}/{assembly}", _ =>
        {
            var lib = Path.Combine(Repository.PackageRoot, package.ToLowerInvariant(), version, "lib");
            var folder = Path.Combine(lib, framework);
            if (!Directory.Exists(folder))
            {
                var found = Directory.Exists(lib) ? string.Join(", ", Directory.GetDirectories(lib).Select(Path.GetFileName)) : "no such package";
                throw new DirectoryNotFoundException($"{folder} is not there (found: {found}); restore the test project first.");
            }

            return MetadataReference.CreateFromFile(Path.Combine(folder, assembly + ".dll"));
        });
}

/// <summary>Where things are on this machine, as the build recorded it.</summary>
public static class Repository
{
    public static string PackageRoot { get; } = Metadata("NuGetPackageRoot");

    public static string Root { get; } = Metadata("RepositoryRoot");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
