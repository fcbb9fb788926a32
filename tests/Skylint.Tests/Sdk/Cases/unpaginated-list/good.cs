using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.UnpaginatedList;

public static class Good
{
    public static async Task<long> SizeOf(IAmazonS3 s3, string bucket)
    {
        var size = 0L;
        await foreach (var item in s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucket }).S3Objects)
            size += item.Size ?? 0;
        return size;
    }
}
