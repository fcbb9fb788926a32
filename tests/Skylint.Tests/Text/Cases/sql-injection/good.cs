using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Cases.SqlInjection;

public static class Good
{
    public static DbDataReader Find(SqliteConnection connection, string name, int minimumAge)
    {
        var command = connection.CreateCommand();
        command.CommandText = "SELECT id, name FROM customers WHERE name = @name AND age >= @minimumAge";
        command.Parameters.AddWithValue("@name", name);
        command.Parameters.AddWithValue("@minimumAge", minimumAge);
        return command.ExecuteReader();
    }
}
