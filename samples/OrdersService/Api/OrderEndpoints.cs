using OrdersService.Orders;

namespace OrdersService.Api;

/// <summary>What customers call.</summary>
public static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/orders");
        group.MapPost("/", PlaceAsync);
        group.MapGet("/{id:guid}", FindAsync);
        group.MapGet("/", (string customer, OrderStore store, CancellationToken cancellation) => store.OfCustomerAsync(customer, cancellation));
        group.MapGet("/{id:guid}/documents", (Guid id, DocumentArchive archive, CancellationToken cancellation) => archive.NamesAsync(id, cancellation));
        group.MapGet("/{id:guid}/documents/{name}/size", (Guid id, string name, DocumentArchive archive, CancellationToken cancellation) => archive.SizeAsync(id, name, cancellation));
    }

    private static async Task<IResult> PlaceAsync(PlaceOrder placed, IOrderService orders, CancellationToken cancellation)
    {
        if (placed.Lines.Count == 0)
            return Results.BadRequest("An order has at least one line.");
        var order = await orders.PlaceAsync(Guid.NewGuid(), placed.Channel, placed.CustomerId, placed.Lines, cancellation);
        return Results.Accepted($"/orders/{order.Id}", order);
    }

    private static async Task<IResult> FindAsync(Guid id, OrderStore store, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } order ? Results.Ok(order) : Results.NotFound();
}
