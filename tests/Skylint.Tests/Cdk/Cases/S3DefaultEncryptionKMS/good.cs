using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3DefaultEncryptionKMS;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject", new BucketProps
        {
            Encryption = BucketEncryption.KMS,
            EnforceSSL = true,
        });
    }
}
