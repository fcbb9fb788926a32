using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.TransactionalIdempotency;

public static class Good
{
    public static async Task Save(IAmazonDynamoDB ddb, List<TransactWriteItem> items)
    {
        var request = new TransactWriteItemsRequest { TransactItems = items, ClientRequestToken = Guid.NewGuid().ToString() };
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
