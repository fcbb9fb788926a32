using Amazon.CDK.AWS.CloudTrail;
using Constructs;

namespace Cases.CloudTrailCloudWatchLogsEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Trail(scope, "Subject", new TrailProps
        {
            TrailName = "account",
            SendToCloudWatchLogs = true,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnTrail(scope, "Subject", new CfnTrailProps
        {
            TrailName = "account",
            IsLogging = true,
            S3BucketName = "account-trail",
            CloudWatchLogsLogGroupArn = "arn:aws:logs:eu-central-1:111122223333:log-group:trail",
            CloudWatchLogsRoleArn = "arn:aws:iam::111122223333:role/trail",
        });
    }
}
