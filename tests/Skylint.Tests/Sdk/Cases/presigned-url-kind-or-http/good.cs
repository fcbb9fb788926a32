using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.PresignedUrlKindOrHttp;

public static class Good
{
    public static string Share(IAmazonS3 s3, string key) => s3.GetPreSignedURL(new GetPreSignedUrlRequest
    {
        BucketName = "reports",
        Key = key,
        Expires = DateTime.UtcNow.AddHours(1),
        Protocol = Protocol.HTTPS,
    });
}
