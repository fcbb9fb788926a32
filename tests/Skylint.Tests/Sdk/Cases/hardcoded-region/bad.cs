using Amazon;
using Amazon.SQS;

namespace Cases.HardcodedRegion;

public static class Bad
{
    public static IAmazonSQS Connect() => new AmazonSQSClient(RegionEndpoint.EUWest1);
}
