using Amazon;
using Amazon.S3;

namespace Cases.HardcodedCredentials;

public static class Good
{
    public static IAmazonS3 Create() => new AmazonS3Client(RegionEndpoint.EUWest1);
}
