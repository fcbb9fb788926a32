using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Cases.CloudWatchAlarmAction;

public static class Good
{
    public static void Build(Construct scope)
    {
        var alarm = new Alarm(scope, "Subject", new AlarmProps
        {
            Metric = new Metric(new MetricProps { Namespace = "Orders", MetricName = "Failures" }),
            Threshold = 1,
            EvaluationPeriods = 3,
        });
        alarm.AddAlarmAction(new SnsAction(new Topic(scope, "Operators")));
    }
}

public static class GoodL1
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
            AlarmActions = new[] { "arn:aws:sns:eu-central-1:111122223333:operators" },
        });
    }
}
