using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability.Benchmarks;

/// <summary>What services carry today: a stopwatch, interpolated messages, three instruments, no guards.</summary>
public sealed class Naive(IOrders inner, ILogger logger) : IOrders
{
    private static readonly ActivitySource s_source = new("bench");
    private static readonly Meter s_meter = new("bench");
    private static readonly Counter<long> s_calls = s_meter.CreateCounter<long>("orders.calls");
    private static readonly Counter<long> s_errors = s_meter.CreateCounter<long>("orders.errors");
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("orders.duration", "ms");

    public async ValueTask<int> PlaceAsync(string tier, string orderId, CancellationToken cancellationToken)
    {
        using var activity = s_source.StartActivity("IOrders.PlaceAsync");
        activity?.SetTag("order.tier", tier);
        activity?.SetTag("order.id", orderId);
        var stopwatch = Stopwatch.StartNew();
        logger.LogInformation($"Placing order {orderId}");
        try
        {
            var result = await inner.PlaceAsync(tier, orderId, cancellationToken);
            s_calls.Add(1, new KeyValuePair<string, object?>("order.tier", tier));
            logger.LogInformation($"Order {orderId} placed in {stopwatch.ElapsedMilliseconds} ms");
            return result;
        }
        catch (Exception exception)
        {
            s_errors.Add(1, new KeyValuePair<string, object?>("order.tier", tier));
            logger.LogError(exception, $"Order {orderId} failed");
            throw;
        }
        finally
        {
            s_duration.Record(stopwatch.Elapsed.TotalMilliseconds, new KeyValuePair<string, object?>("order.tier", tier));
        }
    }
}
