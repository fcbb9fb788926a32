using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.TransactionalIdempotency;

public static class Bad
{
    public static async Task Save(IAmazonDynamoDB ddb, List<TransactWriteItem> items)
    {
        var request = new TransactWriteItemsRequest { TransactItems = items };
        while (true)
        {
            try
            {
                await ddb.TransactWriteItemsAsync(request);
                return;
            }
            catch (AmazonDynamoDBException)
            {
                await Task.Delay(500);
            }
        }
    }
}
