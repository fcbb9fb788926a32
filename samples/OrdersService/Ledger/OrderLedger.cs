using System.Data.Common;
using OrdersService.Orders;

namespace OrdersService.Ledger;

/// <summary>Books orders in a relational database.</summary>
public sealed class OrderLedger(DbDataSource database) : ILedger
{
    private const string Columns = "id, customer_id, placed_at, total";

    public async Task BookAsync(Order order, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"insert into entries ({Columns}) values (@id, @customer, @placed, @total) on conflict (id) do nothing");
        Add(command, "id", order.Id);
        Add(command, "customer", order.CustomerId);
        Add(command, "placed", order.PlacedAt);
        Add(command, "total", order.Total);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
