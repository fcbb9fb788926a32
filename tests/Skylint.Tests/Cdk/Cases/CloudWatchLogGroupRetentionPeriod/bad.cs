using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.CloudWatchLogGroupRetentionPeriod;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new LogGroup(scope, "Subject", new LogGroupProps
        {
            LogGroupName = "/orders/audit",
            Retention = RetentionDays.INFINITE,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnLogGroup(scope, "Subject", new CfnLogGroupProps
        {
            LogGroupName = "/orders/audit",
        });
    }
}
