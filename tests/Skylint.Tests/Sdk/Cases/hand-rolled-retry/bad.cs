using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Cases.HandRolledRetry;

public static class Bad
{
    public static async Task Save(IAmazonDynamoDB db, PutItemRequest order)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await db.PutItemAsync(order);
                return;
            }
            catch (AmazonServiceException) when (attempt < 5)
            {
                await Task.Delay(200);
            }
        }
    }
}
