using Amazon.S3;
using Amazon.S3.Model;

namespace Cases.ErrorMessageParsing;

public static class Good
{
    public static async Task<string?> Read(IAmazonS3 s3, string key)
    {
        try
        {
            using var response = await s3.GetObjectAsync("settings", key);
            return await new StreamReader(response.ResponseStream).ReadToEndAsync();
        }
        catch (NoSuchKeyException)
        {
            return null;
        }
    }
}
