using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Core;

namespace Cases.DdbScanInRequestPath;

public static class Bad
{
    public static async Task<int> Handle(IAmazonDynamoDB db, string customer, ILambdaContext context)
    {
        var orders = await db.ScanAsync(new ScanRequest
        {
            TableName = "orders",
            FilterExpression = "customer = :c",
            ExpressionAttributeValues = new() { [":c"] = new AttributeValue(customer) },
        });
        return orders.Items?.Count ?? 0;
    }
}
