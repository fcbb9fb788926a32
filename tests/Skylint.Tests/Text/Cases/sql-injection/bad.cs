using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Cases.SqlInjection;

public static class Bad
{
    public static DbDataReader Find(SqliteConnection connection, string name, int minimumAge)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, name FROM customers WHERE name = '{name}' AND age >= {minimumAge}";
        return command.ExecuteReader();
    }
}
