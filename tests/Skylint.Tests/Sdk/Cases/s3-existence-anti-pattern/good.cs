using Amazon.S3;

namespace Cases.S3ExistenceAntiPattern;

public static class Good
{
    public static async Task<string> Version(IAmazonS3 s3, string bucket, string key)
    {
        var response = await s3.GetObjectMetadataAsync(bucket, key);
        return response.VersionId;
    }
}
