using Amazon.S3;

namespace Cases.QueryNPlusOneUnboundedParallel;

public static class Bad
{
    public static async Task Touch(IAmazonS3 s3, string bucket, IReadOnlyList<string> keys)
    {
        await Task.WhenAll(keys.Select(key => s3.GetObjectMetadataAsync(bucket, key)));
    }
}
