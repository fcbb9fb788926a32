using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability.Benchmarks;

/// <summary>What a careful engineer writes by hand for this one method, with the names, the guards and the states of the generated code.</summary>
public sealed class HandWritten(IOrders inner, ILogger logger) : IOrders
{
    private static readonly ActivitySource s_source = new("bench");
    private static readonly Meter s_meter = new("bench");
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("operation.duration", "s");

    public ValueTask<int> PlaceAsync(string tier, string orderId, CancellationToken cancellationToken)
    {
        if (!s_duration.Enabled && !s_source.HasListeners() && !logger.IsEnabled(LogLevel.Error))
            return inner.PlaceAsync(tier, orderId, cancellationToken);
        return Observed(tier, orderId, cancellationToken);
    }

    private async ValueTask<int> Observed(string tier, string orderId, CancellationToken cancellationToken)
    {
        using var activity = s_source.StartActivity("IOrders.PlaceAsync");
        if (activity is { IsAllDataRequested: true })
            activity.SetTag("order.tier", tier).SetTag("order.id", orderId);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var result = await inner.PlaceAsync(tier, orderId, cancellationToken).ConfigureAwait(false);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            s_duration.Record(seconds, new("operation.name", "IOrders.PlaceAsync"), new("order.tier", tier is "free" or "pro" ? tier : "_OTHER"));
            if (logger.IsEnabled(LogLevel.Information))
                logger.Log(LogLevel.Information, new EventId(1001, "PlaceAsync"), new State(tier, orderId, seconds), null, static (state, _) => state.ToString());
            return result;
        }
        catch (Exception exception)
        {
            var type = exception.GetType().FullName;
            activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", type);
            s_duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new("operation.name", "IOrders.PlaceAsync"), new("order.tier", tier), new("error.type", type));
            logger.LogError(exception, "IOrders.PlaceAsync failed");
            throw;
        }
    }

    private readonly struct State(string tier, string orderId, double seconds) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 4;

        public KeyValuePair<string, object?> this[int index] => index switch
        {
            0 => new("order.tier", tier),
            1 => new("order.id", orderId),
            2 => new("duration_s", seconds),
            _ => new("{OriginalFormat}", "Order {orderId} placed"),
        };

        public override string ToString() => "Order " + orderId + " placed";

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
                yield return this[i];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
