using Amazon.S3;

namespace Cases.S3ExistenceAntiPattern;

public static class Bad
{
    public static async Task<string> Version(IAmazonS3 s3, string bucket, string key)
    {
        using var response = await s3.GetObjectAsync(bucket, key);
        return response.VersionId;
    }
}
