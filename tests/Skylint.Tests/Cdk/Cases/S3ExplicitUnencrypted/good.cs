using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3ExplicitUnencrypted;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject", new BucketProps
        {
            EnforceSSL = true,
            Versioned = true,
            Encryption = BucketEncryption.S3_MANAGED,
        });
    }
}
