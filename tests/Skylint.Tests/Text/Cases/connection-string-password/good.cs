using System.Threading.Tasks;
using Npgsql;

namespace Cases.ConnectionStringPassword;

public static class Good
{
    public static NpgsqlConnection Open(string host, string token) =>
        new($"Host={host};Database=orders;Username=orders_app;Password={token}");
}
