using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Cdk.Model;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>What a compilation knows of the CDK that it references.</summary>
public sealed class CdkModelTests
{
    public static TheoryData<int, int> Versions => new() { { 2, 103 }, { 2, 160 }, { 2, 277 } };

    [Theory]
    [MemberData(nameof(Versions))]
    public void Reads_the_version_of_the_package(int major, int minor)
    {
        var refs = minor switch { 103 => Refs.Cdk103, 160 => Refs.Cdk, _ => Refs.Cdk277 };
        var cdk = CdkModel.Create(CSharpCompilation.Create("Test", references: refs.All), new AnalyzerOptions([]), CancellationToken.None)!;
        Assert.Equal(new Version(major, minor, 0), cdk.Version);
        Assert.True(cdk.IsAtLeast(major, minor));
        Assert.False(cdk.IsAtLeast(major, minor + 1));
    }

    [Fact]
    public void Is_nothing_without_the_library() =>
        Assert.Null(CdkModel.Create(CSharpCompilation.Create("Test", references: Refs.Net.All), new AnalyzerOptions([]), CancellationToken.None));

    [Fact]
    public void A_cancelled_request_does_not_spoil_the_next()
    {
        const string source = "class Demo : Amazon.CDK.Stack { static string Name() => \"x\"; }";
        var compilation = Verify.Compile(source, Refs.Cdk);
        using var request = new CancellationTokenSource();
        var cdk = Skylint.Cdk.Model.CdkModel.Create(compilation, new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([]), request.Token)!;
        request.Cancel();
        var method = compilation.GetTypeByMetadataName("Demo")!.GetMembers("Name").OfType<Microsoft.CodeAnalysis.IMethodSymbol>().Single();
        Assert.NotNull(cdk.Index.BodyOf(method));
        Assert.True(cdk.Index.Mentions("Stack"));
    }
}
