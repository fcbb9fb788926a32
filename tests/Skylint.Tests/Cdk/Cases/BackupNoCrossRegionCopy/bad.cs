using Amazon.CDK;
using Amazon.CDK.AWS.Backup;
using Amazon.CDK.AWS.Events;
using Constructs;

namespace Cases.BackupNoCrossRegionCopy;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var plan = new BackupPlan(scope, "Subject");
        plan.AddRule(new BackupPlanRule(new BackupPlanRuleProps
        {
            ScheduleExpression = Schedule.Cron(new CronOptions { Hour = "2", Minute = "0" }),
            DeleteAfter = Duration.Days(35),
        }));
    }
}
