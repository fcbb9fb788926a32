using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Skylint.EndToEnd.Tests.Fakes;

/// <summary>A ledger in memory that lives as long as this object.</summary>
internal sealed class SqliteDatabase : DbDataSource
{
    private readonly SqliteConnection _keeper;

    public SqliteDatabase()
    {
        ConnectionString = $"Data Source=ledger-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        _keeper = new SqliteConnection(ConnectionString);
        _keeper.Open();
        Execute("create table entries (id text primary key, customer_id text not null, placed_at text not null, total numeric not null)");
    }

    public override string ConnectionString { get; }

    public long Entries => (long)Execute("select count(*) from entries")!;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override void Dispose(bool disposing)
    {
        _keeper.Dispose();
        base.Dispose(disposing);
    }

    private object? Execute(string sql)
    {
        using var command = _keeper.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
