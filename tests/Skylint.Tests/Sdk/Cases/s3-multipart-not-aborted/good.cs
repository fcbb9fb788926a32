using Amazon.S3;
using Amazon.S3.Transfer;

namespace Cases.S3MultipartNotAborted;

public static class Good
{
    public static async Task Upload(IAmazonS3 s3, string path)
    {
        using var transfer = new TransferUtility(s3);
        await transfer.UploadAsync(path, "archive");
    }
}
