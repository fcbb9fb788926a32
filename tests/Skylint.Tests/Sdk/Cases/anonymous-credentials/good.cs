using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Cases.AnonymousCredentials;

public static class Good
{
    public static IAmazonDynamoDB Client { get; } = new AmazonDynamoDBClient();
}
