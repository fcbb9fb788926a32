using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Skylint.Observability;

/// <summary>The activity source, the meter and the sampling of one assembly. Generated code holds one; there is rarely a reason to make another.</summary>
public sealed class TelemetrySource
{
    private readonly LogSampler _sampler;

    /// <summary>Makes the sources of an assembly.</summary>
    /// <param name="name">The name of the activity source and of the meter: what <c>AddSource</c> and <c>AddMeter</c> take.</param>
    /// <param name="version">The version that both carry.</param>
    /// <param name="successLogRatio">The share of traces, from 0 to 1, whose records below <c>Warning</c> are written.</param>
    public TelemetrySource(string name, string? version = null, double successLogRatio = 1)
    {
        Name = name;
        Activities = new ActivitySource(name, version ?? "");
        Meter = new Meter(name, version);
        _sampler = successLogRatio >= 1 ? LogSampler.All : new LogSampler(successLogRatio);
        OperationDuration = DurationHistogram.Create(Meter, "operation.duration", "Duration of an observed operation.");
        ProcessDuration = DurationHistogram.Create(Meter, "messaging.process.duration", "Duration of processing a message.");
        InvokeDuration = DurationHistogram.Create(Meter, "faas.invoke_duration", "Duration of a function invocation.");
        SkippedPropagation = Meter.CreateCounter<long>("messaging.propagation.skipped", "{message}", "Messages that the trace context could not be added to.");
    }

    /// <summary>The name of the activity source and of the meter.</summary>
    public string Name { get; }

    /// <summary>The activity source.</summary>
    public ActivitySource Activities { get; }

    /// <summary>The meter.</summary>
    public Meter Meter { get; }

    /// <summary>What decides whether a successful call is logged: the process-wide choice if there is one, otherwise the assembly's.</summary>
    public LogSampler Sampler => ObservabilityRuntime.Sampler ?? _sampler;

    /// <summary><c>operation.duration</c>, in seconds.</summary>
    public Histogram<double> OperationDuration { get; }

    /// <summary><c>messaging.process.duration</c>, in seconds.</summary>
    public Histogram<double> ProcessDuration { get; }

    /// <summary><c>faas.invoke_duration</c>, in seconds.</summary>
    public Histogram<double> InvokeDuration { get; }

    /// <summary><c>messaging.propagation.skipped</c>: messages without room for a trace context, by <c>messaging.system</c>.</summary>
    public Counter<long> SkippedPropagation { get; }
}
