using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Skylint.Observability.Tests.Runtime;

public sealed class LogSamplerTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.05)]
    [InlineData(0.01)]
    public void KeepsItsShareOfTraces(double ratio)
    {
        var sampler = new LogSampler(ratio);
        var random = new Random(20240);
        var bytes = new byte[16];
        var kept = 0;
        for (var i = 0; i < 100_000; i++)
        {
            random.NextBytes(bytes);
            if (sampler.Keeps(ActivityTraceId.CreateFromBytes(bytes)))
                kept++;
        }

        Assert.InRange(kept, 100_000 * ratio * 0.9, 100_000 * ratio * 1.1);
    }

    [Fact]
    public void KeepsItsShareOfRecordsWithoutATrace()
    {
        var sampler = new LogSampler(0.05);
        var kept = Enumerable.Range(0, 100_000).Count(_ => sampler.ShouldLog(LogLevel.Information, null));
        Assert.InRange(kept, 4_900, 5_100);
    }

    /// <summary>The decision is a function of the identifier alone: these are the values that any other process computes.</summary>
    [Theory]
    [InlineData("0af7651916cd43dd8448eb211c80319c", 0.72, true)]
    [InlineData("0af7651916cd43dd8448eb211c80319c", 0.71, false)]
    [InlineData("00000000000000000000000000000001", 0.999999, false)]
    [InlineData("000000000000000000ffffffffffffff", 0.000001, true)]
    public void TheDecisionIsThatOfTheIdentifier(string id, double ratio, bool kept) =>
        Assert.Equal(kept, new LogSampler(ratio).Keeps(ActivityTraceId.CreateFromString(id)));

    [Fact]
    public void ASmallerRatioKeepsASubset()
    {
        var small = new LogSampler(0.1);
        var large = new LogSampler(0.3);
        for (var i = 0; i < 10_000; i++)
        {
            var id = ActivityTraceId.CreateRandom();
            Assert.True(!small.Keeps(id) || large.Keeps(id));
        }
    }

    [Theory]
    [InlineData(LogLevel.Warning)]
    [InlineData(LogLevel.Error)]
    [InlineData(LogLevel.Critical)]
    public void WarningsAndErrorsAreAlwaysKept(LogLevel level)
    {
        var sampler = new LogSampler(0);
        using var activity = new Activity("a").Start();
        Assert.True(sampler.ShouldLog(level, activity));
        Assert.True(sampler.ShouldLog(level, null));
        Assert.False(sampler.ShouldLog(LogLevel.Information, activity));
        Assert.False(sampler.ShouldLog(LogLevel.Information, null));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void RefusesWhatIsNoRatio(double ratio) => Assert.Throws<ArgumentOutOfRangeException>(() => new LogSampler(ratio));
}
