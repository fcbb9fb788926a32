using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.BatchSizeLimit;

public static class Good
{
    public static async Task Delete(IAmazonDynamoDB ddb, string table, List<WriteRequest> deletions)
    {
        foreach (var part in deletions.Chunk(25))
        {
            var left = new Dictionary<string, List<WriteRequest>> { [table] = [.. part] };
            while (left is { Count: > 0 })
                left = (await ddb.BatchWriteItemAsync(left)).UnprocessedItems;
        }
    }
}
