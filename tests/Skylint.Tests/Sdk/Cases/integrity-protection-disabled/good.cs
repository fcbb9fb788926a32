using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.IntegrityProtectionDisabled;

public static class Good
{
    public static Task Save(IAmazonS3 s3, string text) =>
        s3.PutObjectAsync(new PutObjectRequest { BucketName = "orders", Key = "latest", ContentBody = text });
}
