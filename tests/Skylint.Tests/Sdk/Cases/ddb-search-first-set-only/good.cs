using Amazon.DynamoDBv2.DataModel;

namespace Cases.DdbSearchFirstSetOnly;

public static class Good
{
    public static async Task<List<Order>> OfCustomer(IDynamoDBContext context, string customer)
    {
        var search = context.QueryAsync<Order>(customer);
        return await search.GetRemainingAsync();
    }

    [DynamoDBTable("Orders")]
    public sealed class Order
    {
        [DynamoDBHashKey]
        public string? Customer { get; set; }
    }
}
