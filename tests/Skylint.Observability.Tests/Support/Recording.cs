using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Skylint.Observability.Tests.Support;

/// <summary>Everything that the assembly's observed operations emit while it lives: stopped spans, measurements, and log records as the JSON that was written.</summary>
public sealed class Recording : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();
    private readonly StringWriter _output = new();
    private readonly ILoggerFactory _factory;

    public Recording(ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded, string source = "orders", LogSampler? sampler = null)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                lock (Spans)
                    StartTags.Add(options.Tags?.ToDictionary(t => t.Key, t => t.Value) ?? []);
                return sampling;
            },
            ActivityStopped = a =>
            {
                lock (Spans)
                    Spans.Add(a);
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == source)
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _meters.Start();
        var provider = new JsonLoggerProvider(_output, "orders", sampler);
        _factory = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Debug).AddProvider(provider));
        Logger = _factory.CreateLogger("Tests");
    }

    public ILogger Logger { get; }

    public ILoggerFactory Factory => _factory;

    public List<Activity> Spans { get; } = [];

    public List<Dictionary<string, object?>> StartTags { get; } = [];

    public List<Measurement> Measurements { get; } = [];

    public IReadOnlyList<JsonElement> Logs =>
        [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public Activity Span => Assert.Single(Spans);

    public Measurement Metric => Assert.Single(Measurements);

    public JsonElement Log => Assert.Single(Logs);

    public string Text => _output.ToString();

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
        _factory.Dispose();
    }

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (Measurements)
            Measurements.Add(new Measurement(instrument, value, tags.ToArray().ToDictionary(t => t.Key, t => t.Value)));
    }

    public sealed record Measurement(Instrument Instrument, double Value, Dictionary<string, object?> Tags);
}
