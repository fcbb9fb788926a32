using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>
/// Keeps a share of the log records, decided by the trace identifier: all processes that a trace passes through keep or drop its
/// records together. Records at <see cref="LogLevel.Warning"/> and above are always kept.
/// </summary>
public sealed class LogSampler
{
    // The randomness that OpenTelemetry's consistent sampling uses: the last 56 bits of the trace identifier. In X-Ray identifiers the
    // first 32 of 128 bits are the time, so the end is the part that is random everywhere.
    private const ulong RandomnessRange = 1UL << 56;

    // Where there is no trace to agree on, steps of the golden ratio spread the kept records evenly without a random source.
    private const ulong GoldenStep = 0x9E3779B97F4A7C15;

    private readonly ulong _threshold;
    private long _untraced;

    /// <summary>Makes a sampler that keeps the given share.</summary>
    /// <param name="ratio">The share of traces to keep, from 0 (none) to 1 (all).</param>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is below 0, above 1, or not a number.</exception>
    public LogSampler(double ratio)
    {
        if (!(ratio >= 0 && ratio <= 1))
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "The ratio must lie between 0 and 1.");
        Ratio = ratio;
        _threshold = (ulong)Math.Round((1 - ratio) * RandomnessRange);
    }

    /// <summary>The share of traces that are kept, from 0 to 1.</summary>
    public double Ratio { get; }

    /// <summary>A sampler that keeps everything.</summary>
    public static LogSampler All { get; } = new(1);

    /// <summary>Whether the records of this trace are kept. The same identifier gives the same answer in every process.</summary>
    /// <param name="traceId">The trace identifier.</param>
    public bool Keeps(ActivityTraceId traceId)
    {
        if (_threshold == 0)
            return true;
        Span<byte> bytes = stackalloc byte[16];
        traceId.CopyTo(bytes);
        ulong randomness = 0;
        for (var i = 9; i < 16; i++)
            randomness = (randomness << 8) | bytes[i];
        return randomness >= _threshold;
    }

    /// <summary>Whether a record is written.</summary>
    /// <param name="level">The level of the record.</param>
    /// <param name="activity">The activity that the record belongs to; null when there is none.</param>
    public bool ShouldLog(LogLevel level, Activity? activity)
    {
        if (level >= LogLevel.Warning || _threshold == 0)
            return true;
        if (activity is { IdFormat: ActivityIdFormat.W3C })
            return Keeps(activity.TraceId);
        var step = unchecked((ulong)Interlocked.Increment(ref _untraced) * GoldenStep);
        return (step >> 8) >= _threshold;
    }
}
