using Amazon;
using Amazon.S3;

namespace Cases.HardcodedCredentials;

public static class Bad
{
    public static IAmazonS3 Create() => new AmazonS3Client("AKI" + "AQ7ZT4MX2WLB6PNVC", "pR8vK2xW9mQ4nT7yB3cF" + "6hJ1sD5gL0zA+eU/iOwX", RegionEndpoint.EUWest1);
}
