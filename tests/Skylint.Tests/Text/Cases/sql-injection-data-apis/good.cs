using Amazon.RDSDataService.Model;

namespace Cases.SqlInjectionDataApis;

public static class Good
{
    public static ExecuteStatementRequest Orders(string cluster, string secret, string customer, int year) => new()
    {
        ResourceArn = cluster,
        SecretArn = secret,
        Sql = "SELECT id, total FROM orders WHERE customer = :customer AND year = :year",
        Parameters = [new SqlParameter { Name = "customer", Value = new Field { StringValue = customer } }, new SqlParameter { Name = "year", Value = new Field { LongValue = year } }],
        Database = "shop",
    };
}
