using OrdersService.Orders;

namespace OrdersService.Api;

/// <summary>The body of a request that places an order.</summary>
public sealed record PlaceOrder(string CustomerId, IReadOnlyList<OrderLine> Lines, string Channel = "web");
