using Amazon;
using Amazon.S3;

namespace Cases.ServiceurlRegionConflict;

public static class Bad
{
    public static IAmazonS3 Connect(string endpoint) => new AmazonS3Client(new AmazonS3Config
    {
        ServiceURL = endpoint,
        RegionEndpoint = RegionEndpoint.EUCentral1,
    });
}
