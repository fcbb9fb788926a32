using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Tests.Support;

namespace Skylint.Tests.Observability;

/// <summary>What the test sources about telemetry are compiled against.</summary>
internal static class ObservabilityRefs
{
    private static readonly Lazy<Refs> s_services = new(() => Refs.Observability.With(Stub("Services", Refs.Observability), Stub("Configuration", Refs.Observability)));

    private static readonly Lazy<Refs> s_all = new(() => Services.With(Stub("Library", Services)));

    /// <summary>The SDK, logging and diagnostics, and nothing that traces.</summary>
    public static Refs Services => s_services.Value;

    /// <summary>The same with Skylint.Observability.</summary>
    public static Refs All => s_all.Value;

    /// <summary>The same with an instrumentation of the SDK, which adds the context by itself.</summary>
    public static Refs Instrumented { get; } = All.With(Empty("OpenTelemetry.Instrumentation.AWS"));

    private static MetadataReference Stub(string name, Refs refs) =>
        Emit(CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Skylint.Tests", "Observability", "Stubs", name + ".cs")))], refs.All, Options));

    private static MetadataReference Empty(string name) => Emit(CSharpCompilation.Create(name, [], Refs.Net.All, Options));

    private static CSharpCompilationOptions Options => new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static MetadataReference Emit(CSharpCompilation stub)
    {
        using var image = new MemoryStream();
        var emitted = stub.Emit(image);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
