using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3BucketSSLRequestsOnly;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject", new BucketProps
        {
            Encryption = BucketEncryption.S3_MANAGED,
            Versioned = true,
        });
    }
}
