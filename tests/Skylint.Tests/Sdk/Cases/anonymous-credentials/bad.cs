using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Cases.AnonymousCredentials;

public static class Bad
{
    public static IAmazonDynamoDB Client { get; } = new AmazonDynamoDBClient(new AnonymousAWSCredentials());
}
