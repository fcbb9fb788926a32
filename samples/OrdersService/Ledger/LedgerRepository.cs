using Npgsql;
using NpgsqlTypes;

namespace OrdersService.Ledger;

/// <summary>What the accountants ask of the ledger.</summary>
public sealed class LedgerRepository(NpgsqlDataSource database)
{
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
