using Amazon.Runtime;
using Amazon.S3;

namespace Cases.LegacyRetryMode;

public static class Bad
{
    public static IAmazonS3 Connect() => new AmazonS3Client(new AmazonS3Config { RetryMode = RequestRetryMode.Legacy });
}
