using Amazon.DynamoDBv2;

namespace Cases.RetriesDisabled;

public static class Good
{
    public static IAmazonDynamoDB Connect()
    {
        var config = new AmazonDynamoDBConfig
        {
            Timeout = TimeSpan.FromSeconds(2),
        };
        return new AmazonDynamoDBClient(config);
    }
}
