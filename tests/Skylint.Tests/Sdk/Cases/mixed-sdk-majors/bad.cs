using Amazon.S3;

namespace Cases.MixedSdkMajors;

public static class Bad
{
    // AWSSDK.S3 3.7 and AWSSDK.Core 4.1
    public static IAmazonS3 Client { get; } = new AmazonS3Client();
}
