using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Cases.HandRolledRetry;

public static class Good
{
    public static Task Save(IAmazonDynamoDB db, PutItemRequest order) => db.PutItemAsync(order);

    public static IAmazonDynamoDB Connect() => new AmazonDynamoDBClient(new AmazonDynamoDBConfig
    {
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 5,
    });
}
