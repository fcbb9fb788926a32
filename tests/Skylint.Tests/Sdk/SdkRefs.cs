using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>
/// The AWS SDK as the tests see it: the packages that can be restored, and stubs with the real names for the services that cannot. The
/// stubs are compiled once into one assembly, which also shows that no rule relies on an assembly's name.
/// </summary>
public static class SdkRefs
{
    private static readonly Lazy<Refs> s_v4 = new(() => Refs.Sdk4.With(Stubs(Refs.Sdk4)));

    /// <summary>Version 4 with the stubs.</summary>
    public static Refs V4 => s_v4.Value;

    public static Refs V3 => Refs.Sdk3;

    /// <summary>A package of version 3 on the core of version 4.</summary>
    public static Refs Mixed { get; } = Refs.Net
        .With("AWSSDK.Core", "4.1.0", "net8.0", "AWSSDK.Core")
        .With("AWSSDK.DynamoDBv2", "4.1.0", "net8.0", "AWSSDK.DynamoDBv2")
        .With("AWSSDK.S3", "3.7.511.8", "net8.0", "AWSSDK.S3");

    /// <summary>What the case files of a rule are compiled against.</summary>
    public static Refs ForCase(string key) => key switch
    {
        "legacy-retry-mode" or "v4-migration-readiness" => V3,
        "mixed-sdk-majors" => Mixed,
        _ => V4,
    };

    private static MetadataReference Stubs(Refs refs)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Skylint.Tests", "Sdk", "Stubs");
        var trees = Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)));
        var compilation = CSharpCompilation.Create("AwsStubs", trees, refs.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
