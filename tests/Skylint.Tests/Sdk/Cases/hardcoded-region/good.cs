using Amazon;
using Amazon.SQS;

namespace Cases.HardcodedRegion;

public static class Good
{
    public static IAmazonSQS Connect() => new AmazonSQSClient();
}
