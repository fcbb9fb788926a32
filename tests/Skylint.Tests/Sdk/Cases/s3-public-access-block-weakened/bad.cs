using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.S3PublicAccessBlockWeakened;

public static class Bad
{
    public static Task Protect(IAmazonS3 s3, string bucket) => s3.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest
    {
        BucketName = bucket,
        PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration
        {
            BlockPublicAcls = true,
            IgnorePublicAcls = true,
            BlockPublicPolicy = false,
        },
    });
}
