using Amazon.Runtime;
using Amazon.S3;

namespace Cases.CredentialsSnapshot;

public static class Bad
{
    private static IAmazonS3? s_client;

    public static IAmazonS3 Client(AWSCredentials role)
    {
        var keys = role.GetCredentials();
        return s_client ??= new AmazonS3Client(new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, keys.Token));
    }
}
