using OrdersService.Orders;
using Skylint.Observability;

namespace OrdersService.Shipping;

/// <summary>Hands orders to the carrier. Its methods are observed where they stand, so that calls among them are too.</summary>
public sealed partial class Dispatcher(ILogger<Dispatcher> logger)
{
    [Observed]
    [LogEvent(1002, "Order {orderId} handed to the carrier in {parcels} parcels")]
    public partial Task DispatchAsync([Tag("order.id")] Guid orderId, int parcels, CancellationToken cancellation);

    /// <summary>One parcel for each ten articles.</summary>
    public Task ShipAsync(Order order, CancellationToken cancellation)
    {
        var parcels = (order.Lines.Sum(line => line.Quantity) + 9) / 10;
        logger.LogInformation("Order {OrderId} needs {Parcels} parcels", order.Id, parcels);
        return DispatchAsync(order.Id, parcels, cancellation);
    }

    private async Task DispatchAsyncCore(Guid orderId, int parcels, CancellationToken cancellation) => await Task.Yield();
}
