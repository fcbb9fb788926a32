using System.Collections.Concurrent;

namespace Skylint.Observability;

/// <summary>
/// Bounds how many distinct values a metric tag takes: the first ones pass, every later one becomes <c>_OTHER</c>. A tag that
/// takes user input otherwise creates a time series for each value, and a bill for each time series.
/// </summary>
/// <param name="maxValues">How many distinct values pass.</param>
public sealed class CardinalityGuard(int maxValues)
{
    /// <summary>The value that stands for all values beyond the bound.</summary>
    public const string Other = "_OTHER";

    private readonly ConcurrentDictionary<string, string> _seen = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>How many distinct values pass.</summary>
    public int MaxValues { get; } = maxValues > 0 ? maxValues : throw new ArgumentOutOfRangeException(nameof(maxValues), maxValues, "At least one value must pass.");

    /// <summary>The value itself while there is room for it, otherwise <see cref="Other"/>. Does not allocate for a value that was seen before.</summary>
    /// <param name="value">The value; null counts as <see cref="Other"/>.</param>
    public string Bound(string? value)
    {
        if (value is null)
            return Other;
        if (_seen.TryGetValue(value, out var known))
            return known;
        if (Volatile.Read(ref _count) >= MaxValues || Interlocked.Increment(ref _count) > MaxValues)
            return Other;
        if (!_seen.TryAdd(value, value))
            Interlocked.Decrement(ref _count);
        return value;
    }
}
