using Xunit;

namespace Skylint.Observability.Tests.Runtime;

public sealed class CardinalityGuardTests
{
    [Fact]
    public void TheFirstValuesPassAndLaterOnesAreOther()
    {
        var guard = new CardinalityGuard(2);
        Assert.Equal(["a", "b", "_OTHER", "a", "_OTHER", "b"], new[] { "a", "b", "c", "a", null, "b" }.Select(guard.Bound));
    }

    [Fact]
    public void TheBoundHoldsUnderConcurrency()
    {
        var guard = new CardinalityGuard(10);
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        Parallel.For(0, 10_000, i => seen[guard.Bound("v" + (i % 100))] = true);
        Assert.InRange(seen.Count, 1, 11);
    }

    [Fact]
    public void AtLeastOneValueMustPass() => Assert.Throws<ArgumentOutOfRangeException>(() => new CardinalityGuard(0));
}
