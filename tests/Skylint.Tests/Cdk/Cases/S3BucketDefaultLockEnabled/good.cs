using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3BucketDefaultLockEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject", new BucketProps
        {
            EnforceSSL = true,
            ObjectLockDefaultRetention = ObjectLockRetention.Governance(Duration.Days(365)),
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
            ObjectLockEnabled = true,
            ObjectLockConfiguration = new CfnBucket.ObjectLockConfigurationProperty { ObjectLockEnabled = "Enabled" },
        });
    }
}
