using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.UnpaginatedList;

public static class Bad
{
    public static async Task<long> SizeOf(IAmazonS3 s3, string bucket)
    {
        var size = 0L;
        var page = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket });
        foreach (var item in page.S3Objects ?? [])
            size += item.Size ?? 0;
        return size;
    }
}
