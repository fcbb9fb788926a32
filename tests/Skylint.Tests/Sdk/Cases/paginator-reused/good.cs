using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.PaginatorReused;

public static class Good
{
    public static async Task<(int Count, long Size)> Measure(IAmazonS3 s3, string bucket)
    {
        var pages = s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucket });
        var count = 0;
        var size = 0L;
        await foreach (var found in pages.S3Objects)
        {
            count++;
            size += found.Size ?? 0;
        }

        return (count, size);
    }
}
