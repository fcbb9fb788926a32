using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.DdbCountSinglePage;

public static class Good
{
    public static async Task<int> CountOpen(IAmazonDynamoDB db)
    {
        var open = 0;
        var request = new ScanRequest
        {
            TableName = "orders",
            FilterExpression = "attribute_not_exists(closed)",
            Select = Select.COUNT,
        };
        await foreach (var page in db.Paginators.Scan(request).Responses)
            open += page.Count ?? 0;
        return open;
    }
}
