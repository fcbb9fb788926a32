using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3BucketLoggingEnabled;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject", new BucketProps
        {
            EnforceSSL = true,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnBucket(scope, "Subject", new CfnBucketProps
        {
            BucketName = "orders-documents",
        });
    }
}
