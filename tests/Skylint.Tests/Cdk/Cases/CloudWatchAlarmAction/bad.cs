using Amazon.CDK.AWS.CloudWatch;
using Constructs;

namespace Cases.CloudWatchAlarmAction;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Alarm(scope, "Subject", new AlarmProps
        {
            Metric = new Metric(new MetricProps { Namespace = "Orders", MetricName = "Failures" }),
            Threshold = 1,
            EvaluationPeriods = 3,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnAlarm(scope, "Subject", new CfnAlarmProps
        {
            Namespace = "Orders",
            MetricName = "Failures",
            Statistic = "Sum",
            Period = 60,
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = 1,
            EvaluationPeriods = 3,
        });
    }
}
