using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.S3PublicAcl;

public static class Bad
{
    public static Task Publish(IAmazonS3 s3, Stream report) => s3.PutObjectAsync(new PutObjectRequest
    {
        BucketName = "reports",
        Key = "latest.pdf",
        InputStream = report,
        CannedACL = S3CannedACL.PublicRead,
    });
}
