using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3BucketVersioningEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject", new BucketProps
        {
            EnforceSSL = true,
            Versioned = true,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnBucket(scope, "Subject", new CfnBucketProps
        {
            BucketName = "orders-documents",
            VersioningConfiguration = new CfnBucket.VersioningConfigurationProperty { Status = "Enabled" },
        });
    }
}
