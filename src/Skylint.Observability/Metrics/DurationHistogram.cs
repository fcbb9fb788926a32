using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Skylint.Observability;

/// <summary>Histograms of durations as OpenTelemetry's conventions want them: seconds, advised bucket boundaries, <c>error.type</c> on failures only.</summary>
public static class DurationHistogram
{
    private static readonly double s_secondsPerTick = 1.0 / Stopwatch.Frequency;

    /// <summary>The advised boundaries in seconds, from 5 milliseconds to 10 seconds.</summary>
    public static IReadOnlyList<double> Boundaries { get; } = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    /// <summary>Creates a histogram in seconds with the advised boundaries.</summary>
    /// <param name="meter">The meter that it belongs to.</param>
    /// <param name="name">Its name, such as <c>operation.duration</c>; the unit is not part of the name.</param>
    /// <param name="description">What it measures, in one sentence.</param>
    public static Histogram<double> Create(Meter meter, string name, string? description = null) =>
        meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Boundaries });

    /// <summary>The seconds since a timestamp.</summary>
    /// <param name="startTimestamp">What <see cref="Stopwatch.GetTimestamp"/> returned at the start.</param>
    public static double SecondsSince(long startTimestamp) => (Stopwatch.GetTimestamp() - startTimestamp) * s_secondsPerTick;

    /// <summary>Records the time since a timestamp, with <c>error.type</c> when there is an exception.</summary>
    /// <param name="histogram">A histogram in seconds.</param>
    /// <param name="startTimestamp">What <see cref="Stopwatch.GetTimestamp"/> returned at the start.</param>
    /// <param name="exception">Why the operation failed; null when it did not.</param>
    /// <param name="tags">Further tags.</param>
    public static void RecordSince(this Histogram<double> histogram, long startTimestamp, Exception? exception = null, TagList tags = default)
    {
        if (!histogram.Enabled)
            return;
        if (exception is not null)
            tags.Add(ErrorType.TagName, ErrorType.Of(exception));
        histogram.Record(SecondsSince(startTimestamp), tags);
    }
}
