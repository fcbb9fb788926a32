using System.Data;

namespace Cases.SqlTextUnseen;

public static class Bad
{
    public static int Run(IDbConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteNonQuery();
    }
}
