using Amazon.RDSDataService.Model;

namespace Cases.SqlInjectionDataApis;

public static class Bad
{
    public static ExecuteStatementRequest Orders(string cluster, string secret, string customer, int year) => new()
    {
        ResourceArn = cluster,
        SecretArn = secret,
        Sql = $"SELECT id, total FROM orders WHERE customer = '{customer}' AND year = {year}",
        Database = "shop",
    };
}
