using Amazon.S3;
using Amazon.S3.Transfer;

namespace Cases.S3NonseekableUpload;

public static class Good
{
    public static async Task Copy(IAmazonS3 s3, HttpClient http, string address)
    {
        using var transfer = new TransferUtility(s3);
        var body = await http.GetStreamAsync(address);
        await transfer.UploadAsync(body, "copies", address);
    }
}
