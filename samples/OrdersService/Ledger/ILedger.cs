using OrdersService.Orders;
using Skylint.Observability;

namespace OrdersService.Ledger;

/// <summary>The books.</summary>
[Observed]
public interface ILedger
{
    /// <summary>Books an order, once: a message may be delivered again.</summary>
    Task BookAsync(Order order, CancellationToken cancellation);
}
