using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.DdbLimitWithFilter;

public static class Bad
{
    public static async Task<bool> HasOpenOrder(IAmazonDynamoDB ddb, string customer)
    {
        var response = await ddb.QueryAsync(new QueryRequest
        {
            TableName = "Orders",
            KeyConditionExpression = "Customer = :c",
            FilterExpression = "OrderState = :s",
            ExpressionAttributeValues = new() { [":c"] = new(customer), [":s"] = new("open") },
            Limit = 1,
        });
        return response.Items is { Count: > 0 };
    }
}
