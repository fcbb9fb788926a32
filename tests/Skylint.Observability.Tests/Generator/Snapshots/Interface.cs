[assembly: Observability(Service = "orders", SuccessLogRatio = 0.05)]

namespace Shop;

public sealed record Order(string Id);

public enum Channel
{
    Web,
    App,
}

[Observed]
public interface IOrderService
{
    [LogEvent(1001, "Order {orderId} placed on {channel}")]
    Task<Order> PlaceAsync([Tag("order.channel", Metric = true)] Channel channel, [Tag("order.id")] string orderId, [Sensitive] string email, CancellationToken cancellationToken);

    IAsyncEnumerable<Order> ListAsync();

    string Region { get; set; }
}
