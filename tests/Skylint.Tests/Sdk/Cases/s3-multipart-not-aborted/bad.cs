using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.S3MultipartNotAborted;

public static class Bad
{
    public static async Task Upload(IAmazonS3 s3, string path)
    {
        var upload = await s3.InitiateMultipartUploadAsync("archive", path);
        var part = await s3.UploadPartAsync(new UploadPartRequest { BucketName = "archive", Key = path, UploadId = upload.UploadId, PartNumber = 1, FilePath = path });
        await s3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = "archive", Key = path, UploadId = upload.UploadId, PartETags = [new PartETag(part)] });
    }
}
