using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Tests.Support;

namespace Skylint.Tests.Text;

/// <summary>What the test sources about statements and secrets are compiled against.</summary>
internal static class TextRefs
{
    private static readonly Lazy<Refs> s_all = new(Make);

    /// <summary>.NET, three database libraries, the AWS SDK, and stubs of the service packages that have no restorable version.</summary>
    public static Refs All => s_all.Value;

    public static Setup Setup => new(All) { AllowCompileErrors = false };

    private static Refs Make()
    {
        var stub = CSharpCompilation.Create(
            "AWSSDK.RDSDataService",
            [CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Skylint.Tests", "Text", "Stubs", "DataApis.cs")))],
            Refs.Net.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = stub.Emit(image);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return Refs.Sdk4
            .With("Dapper", "2.1.66", "net8.0", "Dapper")
            .With("Npgsql", "9.0.3", "net8.0", "Npgsql")
            .With("Microsoft.Data.Sqlite.Core", "9.0.0", "net8.0", "Microsoft.Data.Sqlite")
            .With("Microsoft.EntityFrameworkCore", "9.0.0", "net8.0", "Microsoft.EntityFrameworkCore")
            .With("Microsoft.EntityFrameworkCore.Relational", "9.0.0", "net8.0", "Microsoft.EntityFrameworkCore.Relational")
            .With("Microsoft.EntityFrameworkCore.Sqlite.Core", "9.0.0", "net8.0", "Microsoft.EntityFrameworkCore.Sqlite")
            .With(MetadataReference.CreateFromImage(image.ToArray()));
    }
}
