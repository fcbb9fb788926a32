using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.DdbCountSinglePage;

public static class Bad
{
    public static async Task<int> CountOpen(IAmazonDynamoDB db)
    {
        var response = await db.ScanAsync(new ScanRequest
        {
            TableName = "orders",
            FilterExpression = "attribute_not_exists(closed)",
            Select = Select.COUNT,
        });
        return response.Count ?? 0;
    }
}
