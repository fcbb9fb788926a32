using System;
using Amazon;
using Amazon.S3;

namespace Cases.LongLivedCredentials;

public static class Bad
{
    public static IAmazonS3 Create() =>
        new AmazonS3Client(Environment.GetEnvironmentVariable("KEY_ID"), Environment.GetEnvironmentVariable("KEY_SECRET"), RegionEndpoint.EUWest1);
}
