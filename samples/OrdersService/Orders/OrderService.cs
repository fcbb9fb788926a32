namespace OrdersService.Orders;

/// <summary>Stores an order and tells those who work on it: the ledger through a queue, everybody else through a topic.</summary>
public sealed class OrderService(OrderStore store, DocumentArchive archive, OrderQueue queue, OrderAnnouncements announcements) : IOrderService
{
    public async Task<Order> PlaceAsync(Guid orderId, string channel, string customerId, IReadOnlyList<OrderLine> lines, CancellationToken cancellation)
    {
        var order = new Order(orderId, customerId, DateTimeOffset.UtcNow, lines);
        await archive.StoreAsync(order.Id, "order.txt", $"{order.Lines.Count} lines, {order.Total} in total", cancellation);
        await store.SaveAsync(order, cancellation);
        await queue.PlaceAsync(order, cancellation);
        await announcements.PlacedAsync(order, cancellation);
        return order;
    }
}
