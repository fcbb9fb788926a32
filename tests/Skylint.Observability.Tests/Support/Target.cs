using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Observability.Tests.Support;

/// <summary>What generated code is compiled for: a framework with its libraries, and the C# version that goes with it.</summary>
public sealed record Target(string Name, ImmutableArray<MetadataReference> References, LanguageVersion LanguageVersion)
{
    private static readonly string[] s_packages =
    [
        "microsoft.extensions.logging.abstractions/8.0.2/lib/{0}/Microsoft.Extensions.Logging.Abstractions.dll",
        "microsoft.extensions.dependencyinjection.abstractions/8.0.2/lib/{0}/Microsoft.Extensions.DependencyInjection.Abstractions.dll",
        "system.diagnostics.diagnosticsource/9.0.0/lib/{0}/System.Diagnostics.DiagnosticSource.dll",
    ];

    public static Target Net8 { get; } = new("net8.0", [.. Net80.References.All.Where(r => r.FilePath != "System.Diagnostics.DiagnosticSource.dll"), .. Packages("net8.0"), Library("net8.0")], LanguageVersion.CSharp12);

    public static Target Net10 { get; } = new(
        "net10.0",
        [.. RuntimeAssemblies(), .. Packages("net8.0").Where(r => !r.Display!.EndsWith("DiagnosticSource.dll", StringComparison.Ordinal)), Library("net8.0")],
        LanguageVersion.Latest);

    public static Target NetStandard { get; } = new(
        "netstandard2.0",
        [
            .. Directory.GetFiles(Path.Combine(Repository.PackageRoot, "netstandard.library/2.0.3/build/netstandard2.0/ref"), "*.dll").Select(Reference),
            .. Packages("netstandard2.0"),
            Package("microsoft.bcl.asyncinterfaces/8.0.0/lib/netstandard2.0/Microsoft.Bcl.AsyncInterfaces.dll"),
            Package("system.threading.tasks.extensions/4.5.4/lib/netstandard2.0/System.Threading.Tasks.Extensions.dll"),
            Package("system.memory/4.5.5/lib/netstandard2.0/System.Memory.dll"),
            Library("netstandard2.0"),
        ],
        LanguageVersion.CSharp7_3);

    public static Target Sqs4 { get; } = Net8.With("sqs", "awssdk.core/4.1.0/lib/net8.0/AWSSDK.Core.dll", "awssdk.sqs/4.0.100.25/lib/net8.0/AWSSDK.SQS.dll");

    public static Target Console { get; } = Net8.With("console", "microsoft.extensions.logging.console/8.0.0/lib/net8.0/Microsoft.Extensions.Logging.Console.dll",
        "microsoft.extensions.configuration.abstractions/8.0.0/lib/net8.0/Microsoft.Extensions.Configuration.Abstractions.dll", "microsoft.extensions.options/8.0.0/lib/net8.0/Microsoft.Extensions.Options.dll");

    public Target With(string name, params string[] packages) => this with { Name = $"{Name}+{name}", References = [.. References, .. packages.Select(Package)] };

    public Target On(LanguageVersion version) => this with { LanguageVersion = version };

    public override string ToString() => $"{Name} C# {LanguageVersion.ToDisplayString()}";

    private static IEnumerable<MetadataReference> Packages(string framework) => s_packages.Select(path => Package(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, framework)));

    private static MetadataReference Package(string path) => Reference(Path.Combine(Repository.PackageRoot, path));

    private static MetadataReference Library(string framework) =>
        Reference(Path.Combine(Repository.Root, "src/Skylint.Observability/bin", Repository.Configuration, framework, "Skylint.Observability.dll"));

    private static IEnumerable<MetadataReference> RuntimeAssemblies()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder).Select(Reference);
    }

    private static MetadataReference Reference(string path) => MetadataReference.CreateFromFile(path);
}
