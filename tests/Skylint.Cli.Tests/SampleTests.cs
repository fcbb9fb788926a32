using System.Reflection;
using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

/// <summary>
/// What the tool finds in the samples is what their <c>expected.sarif</c> says, finding for finding. The samples are in the solution, so they
/// are restored with it. After an intended change: <c>dotnet run --project src/Skylint.Cli -- check samples/X --format sarif --output samples/X/expected.sarif</c>.
/// </summary>
public sealed class SampleTests
{
    private static string Root { get; } = typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    [Theory]
    [InlineData("OrdersInfra")]
    [InlineData("OrdersService")]
    public async Task Findings_are_the_pinned_ones(string sample)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await Commands.SkylintCommand.RunAsync(["check", $"samples/{sample}", "--no-restore", "--format", "sarif"], new Host(output, error, Root, Toolbox.Skylint));
        Assert.Equal(1, exitCode);
        Assert.Equal(File.ReadAllText(Path.Combine(Root, "samples", sample, "expected.sarif")).TrimEnd(), output.ToString().TrimEnd());
    }
}
