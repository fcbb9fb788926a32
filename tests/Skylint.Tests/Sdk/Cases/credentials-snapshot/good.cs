using Amazon.Runtime;
using Amazon.S3;

namespace Cases.CredentialsSnapshot;

public static class Good
{
    private static IAmazonS3? s_client;

    public static IAmazonS3 Client(AWSCredentials role)
    {
        return s_client ??= new AmazonS3Client(role);
    }
}
