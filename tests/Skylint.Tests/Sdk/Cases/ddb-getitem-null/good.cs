using Amazon.DynamoDBv2.DataModel;

namespace Cases.DdbGetitemNull;

public static class Good
{
    public static async Task<decimal?> Total(IDynamoDBContext context, string id)
    {
        var order = await context.LoadAsync<Order>(id);
        return order?.Total;
    }

    [DynamoDBTable("Orders")]
    public sealed class Order
    {
        [DynamoDBHashKey]
        public string? Id { get; set; }

        public decimal Total { get; set; }
    }
}
