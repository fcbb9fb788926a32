using System.Threading.Tasks;
using Skylint.Observability;

namespace Cases.ObservedByHand;

[Observed]
public interface IOrders
{
    [LogEvent(1001, "Order {orderId} placed")]
    Task PlaceAsync([Tag("order.id")] string orderId);
}

public sealed class Good : IOrders
{
    public Task PlaceAsync(string orderId) => Task.Delay(orderId.Length);
}
