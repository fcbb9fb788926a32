using System.Diagnostics;
using System.Globalization;
using Skylint.Observability;

namespace Skylint.EndToEnd.Tests;

/// <summary>Two processes that know nothing of each other keep and drop the same traces.</summary>
public sealed class SamplingAgreementTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public async Task Another_process_decides_alike(double ratio)
    {
        var traces = Enumerable.Range(0, 400).Select(_ => ActivityTraceId.CreateRandom()).ToList();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Skylint.EndToEnd.dll"), "decide", ratio.ToString(CultureInfo.InvariantCulture), .. traces.Select(t => t.ToHexString())]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        var sampler = new LogSampler(ratio);
        Assert.Equal(traces.Select(t => sampler.Keeps(t) ? "kept" : "dropped"), output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()));
    }
}
