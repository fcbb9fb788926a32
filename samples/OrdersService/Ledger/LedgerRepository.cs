using Npgsql;
using NpgsqlTypes;
using OrdersService.Orders;

namespace OrdersService.Ledger;

/// <summary>The ledger in PostgreSQL: what the accountants rely on.</summary>
public sealed class LedgerRepository(NpgsqlDataSource database)
{
    private const string Columns = "id, customer_id, placed_at, total";

    public async Task BookAsync(Order order, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"insert into entries ({Columns}) values (@id, @customer, @placed, @total) on conflict (id) do nothing");
        command.Parameters.AddWithValue("id", order.Id);
        command.Parameters.AddWithValue("customer", order.CustomerId);
        command.Parameters.AddWithValue("placed", order.PlacedAt);
        command.Parameters.AddWithValue("total", order.Total);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<decimal> BalanceAsync(string customerId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "select coalesce(sum(total), 0) from entries where customer_id = '" + customerId + "'";
        return (decimal)(await command.ExecuteScalarAsync(cancellation) ?? 0m);
    }

    public async Task<int> VoidAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var names = string.Join(", ", ids.Select((_, i) => $"@p{i}"));
        await using var command = database.CreateCommand($"update entries set voided = true where id in ({names})");
        for (var i = 0; i < ids.Count; i++)
            command.Parameters.AddWithValue($"p{i}", NpgsqlDbType.Uuid, ids[i]);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
