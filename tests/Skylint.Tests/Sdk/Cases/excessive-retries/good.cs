using Amazon.SQS;

namespace Cases.ExcessiveRetries;

public static class Good
{
    public static IAmazonSQS Connect() => new AmazonSQSClient(new AmazonSQSConfig());
}
