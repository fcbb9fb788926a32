using System;
using Amazon;
using Amazon.S3;

namespace Cases.LongLivedCredentials;

public static class Good
{
    public static IAmazonS3 Create() =>
        new AmazonS3Client(RegionEndpoint.EUWest1);
}
