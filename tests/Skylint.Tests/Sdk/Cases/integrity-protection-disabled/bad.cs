using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.IntegrityProtectionDisabled;

public static class Bad
{
    private static readonly AmazonS3Client s_s3 = new();

    public static Task Save(string text) =>
        s_s3.PutObjectAsync(new PutObjectRequest { BucketName = "orders", Key = "latest", ContentBody = text, DisablePayloadSigning = true });
}
