using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.DdbLimitWithFilter;

public static class Good
{
    public static async Task<bool> HasOpenOrder(IAmazonDynamoDB ddb, string customer)
    {
        var open = ddb.Paginators.Query(new QueryRequest
        {
            TableName = "Orders",
            KeyConditionExpression = "Customer = :c",
            FilterExpression = "OrderState = :s",
            ExpressionAttributeValues = new() { [":c"] = new(customer), [":s"] = new("open") },
        });
        await foreach (var page in open.Responses)
        {
            if (page.Items is { Count: > 0 })
                return true;
        }

        return false;
    }
}
