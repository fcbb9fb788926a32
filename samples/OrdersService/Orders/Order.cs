namespace OrdersService.Orders;

/// <summary>An order as customers place it.</summary>
public sealed record Order(Guid Id, string CustomerId, DateTimeOffset PlacedAt, IReadOnlyList<OrderLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Quantity * line.Price);
}
