using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.S3NonseekableUpload;

public static class Bad
{
    public static async Task Copy(IAmazonS3 s3, HttpClient http, string address)
    {
        var body = await http.GetStreamAsync(address);
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "copies", Key = address, InputStream = body });
    }
}
