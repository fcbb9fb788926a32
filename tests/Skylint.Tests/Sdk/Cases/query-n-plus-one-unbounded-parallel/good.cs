using Amazon.S3;

namespace Cases.QueryNPlusOneUnboundedParallel;

public static class Good
{
    public static async Task Touch(IAmazonS3 s3, string bucket, IReadOnlyList<string> keys)
    {
        await Parallel.ForEachAsync(keys, async (key, _) => await s3.GetObjectMetadataAsync(bucket, key));
    }
}
