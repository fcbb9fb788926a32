using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.CloudWatchLogGroupRetentionPeriod;

public static class Good
{
    public static void Build(Construct scope)
    {
        new LogGroup(scope, "Subject", new LogGroupProps
        {
            LogGroupName = "/orders/audit",
            Retention = RetentionDays.THREE_MONTHS,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnLogGroup(scope, "Subject", new CfnLogGroupProps
        {
            LogGroupName = "/orders/audit",
            RetentionInDays = 90,
        });
    }
}
