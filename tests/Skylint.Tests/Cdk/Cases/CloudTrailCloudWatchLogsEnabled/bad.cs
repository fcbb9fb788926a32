using Amazon.CDK.AWS.CloudTrail;
using Constructs;

namespace Cases.CloudTrailCloudWatchLogsEnabled;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Trail(scope, "Subject", new TrailProps
        {
            TrailName = "account",
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnTrail(scope, "Subject", new CfnTrailProps
        {
            TrailName = "account",
            IsLogging = true,
            S3BucketName = "account-trail",
        });
    }
}
