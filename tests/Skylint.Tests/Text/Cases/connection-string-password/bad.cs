using Npgsql;

namespace Cases.ConnectionStringPassword;

public static class Bad
{
    public static NpgsqlConnection Open(string host) =>
        new($"Host={host};Database=orders;Username=orders_app;Password=Tr0ub4dor&3");
}
