using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3BucketLoggingEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject", new BucketProps
        {
            EnforceSSL = true,
            ServerAccessLogsBucket = new Bucket(scope, "AccessLogs"),
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
            LoggingConfiguration = new CfnBucket.LoggingConfigurationProperty { DestinationBucketName = "orders-access-logs" },
        });
    }
}
