using Amazon.SQS;

namespace Cases.ExcessiveRetries;

public static class Bad
{
    public static IAmazonSQS Connect() => new AmazonSQSClient(new AmazonSQSConfig { MaxErrorRetry = 50 });
}
