using Amazon.DynamoDBv2;

namespace Cases.RetriesDisabled;

public static class Bad
{
    public static IAmazonDynamoDB Connect()
    {
        var config = new AmazonDynamoDBConfig
        {
            Timeout = TimeSpan.FromSeconds(2),
            MaxErrorRetry = 0,
        };
        return new AmazonDynamoDBClient(config);
    }
}
