using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Core;

namespace Cases.DdbScanInRequestPath;

public static class Good
{
    public static async Task<int> Handle(IAmazonDynamoDB db, string customer, ILambdaContext context)
    {
        var orders = await db.QueryAsync(new QueryRequest
        {
            TableName = "orders",
            IndexName = "by-customer",
            KeyConditionExpression = "customer = :c",
            ExpressionAttributeValues = new() { [":c"] = new AttributeValue(customer) },
        });
        return orders.Items?.Count ?? 0;
    }
}
