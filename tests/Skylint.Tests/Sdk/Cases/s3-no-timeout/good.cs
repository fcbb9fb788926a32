using Amazon.Lambda.Core;
using Amazon.S3;

namespace Cases.S3NoTimeout;

public sealed class Good
{
    private static readonly AmazonS3Client s_s3 = new(new AmazonS3Config { Timeout = TimeSpan.FromSeconds(5) });

    public async Task<long> Handle(string key, ILambdaContext context)
    {
        var metadata = await s_s3.GetObjectMetadataAsync("orders", key);
        return metadata.ContentLength;
    }
}
