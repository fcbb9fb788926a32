using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.ErrorMessageParsing;

public static class Bad
{
    public static async Task<string?> Read(IAmazonS3 s3, string key)
    {
        try
        {
            using var response = await s3.GetObjectAsync("settings", key);
            return await new StreamReader(response.ResponseStream).ReadToEndAsync();
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }
}
