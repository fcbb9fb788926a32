using Amazon.DynamoDBv2;

namespace Cases.MixedSdkMajors;

public static class Good
{
    // AWSSDK.DynamoDBv2 4.1 and AWSSDK.Core 4.1
    public static IAmazonDynamoDB Client { get; } = new AmazonDynamoDBClient();
}
