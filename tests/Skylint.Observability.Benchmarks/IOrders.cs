using Skylint.Observability;

[assembly: Observability(Service = "bench")]

namespace Skylint.Observability.Benchmarks;

/// <summary>The measured call: two tags, one of them on the metric, and a message.</summary>
[Observed]
public interface IOrders
{
    [LogEvent(1001, "Order {orderId} placed")]
    ValueTask<int> PlaceAsync([Tag("order.tier", Values = ["free", "pro"], Metric = true)] string tier, [Tag("order.id")] string orderId, CancellationToken cancellationToken);
}

/// <summary>What does the work: nothing, so that only the observation is measured.</summary>
public sealed class Orders : IOrders
{
    public bool Suspend { get; set; }

    public ValueTask<int> PlaceAsync(string tier, string orderId, CancellationToken cancellationToken) => Suspend ? Slow(orderId) : new ValueTask<int>(orderId.Length);

    private static async ValueTask<int> Slow(string orderId)
    {
        await Task.Yield();
        return orderId.Length;
    }
}
