using System.Data;

namespace Cases.SqlTextUnseen;

public static class Good
{
    public static int Purge(IDbConnection connection) => Run(connection, "DELETE FROM sessions WHERE expired = 1");

    private static int Run(IDbConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteNonQuery();
    }
}
