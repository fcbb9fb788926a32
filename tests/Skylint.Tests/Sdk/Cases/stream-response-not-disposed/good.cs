using Amazon.S3;

namespace Cases.StreamResponseNotDisposed;

public static class Good
{
    public static async Task Download(IAmazonS3 s3, string key, Stream target)
    {
        using var response = await s3.GetObjectAsync("reports", key);
        await response.ResponseStream.CopyToAsync(target);
    }
}
