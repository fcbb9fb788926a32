using Skylint.Observability;

namespace OrdersService.Orders;

/// <summary>Takes orders. Every call is traced, measured and logged by the decorator that stands before the implementation.</summary>
[Observed]
public interface IOrderService
{
    [LogEvent(1001, "Order {orderId} placed through {channel}")]
    Task<Order> PlaceAsync(
        [Tag("order.id")] Guid orderId,
        [Tag("order.channel", Values = ["web", "app", "partner"], Metric = true)] string channel,
        [Sensitive] string customerId,
        IReadOnlyList<OrderLine> lines,
        CancellationToken cancellation);
}
