using System.Data;
using System.Text;
using Npgsql;

namespace OrdersService.Ledger;

/// <summary>What the back office asks of the ledger.</summary>
public sealed class LedgerReports(NpgsqlDataSource database)
{
    public enum Ordering
    {
        Newest,
        Largest,
    }

    /// <summary>The best customers of a year.</summary>
    public Task<IReadOnlyList<string>> TopCustomersAsync(int year, int count, CancellationToken cancellation)
    {
        var sql = $"select customer_id from entries where extract(year from placed_at) = {year} group by customer_id order by sum(total) desc limit {count}";
        return ReadAsync(sql, null, cancellation);
    }

    public Task<IReadOnlyList<string>> EntriesAsync(string customerId, Ordering ordering, CancellationToken cancellation)
    {
        var sql = new StringBuilder("select id::text from entries where customer_id = @customer");
        sql.Append(" order by ").Append(ordering switch { Ordering.Largest => "total desc", _ => "placed_at desc" });
        return ReadAsync(sql.ToString(), new NpgsqlParameter("customer", customerId), cancellation);
    }

    public async Task<IReadOnlyList<string>> SearchAsync(string text, string sort, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select id::text from entries where note like '%{text}%' order by {sort}";
        return await ReadAsync(command, cancellation);
    }

    public async Task<int> PurgeAsync(string before, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var sql = "delete from entries";
        if (before.Length > 0)
            sql += " where placed_at < '" + before + "'";
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string sql, NpgsqlParameter? parameter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        if (parameter is not null)
            command.Parameters.Add(parameter);
        return await ReadAsync(command, cancellation);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
