using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.S3ListV1;

public static class Bad
{
    public static async Task<bool> IsEmpty(IAmazonS3 s3, string bucket)
    {
        var page = await s3.ListObjectsAsync(new ListObjectsRequest { BucketName = bucket, MaxKeys = 1 });
        return page.S3Objects is not { Count: > 0 };
    }
}
