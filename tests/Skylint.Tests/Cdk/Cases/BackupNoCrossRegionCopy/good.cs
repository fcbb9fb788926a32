using Amazon.CDK;
using Amazon.CDK.AWS.Backup;
using Amazon.CDK.AWS.Events;
using Constructs;

namespace Cases.BackupNoCrossRegionCopy;

public static class Good
{
    public static void Build(Construct scope)
    {
        var plan = new BackupPlan(scope, "Subject");
        plan.AddRule(new BackupPlanRule(new BackupPlanRuleProps
        {
            ScheduleExpression = Schedule.Cron(new CronOptions { Hour = "2", Minute = "0" }),
            DeleteAfter = Duration.Days(35),
            CopyActions = new[]
            {
                new BackupPlanCopyActionProps { DestinationBackupVault = BackupVault.FromBackupVaultArn(scope, "Copies", "arn:aws:backup:eu-west-1:111122223333:backup-vault:copies") },
            },
        }));
    }
}
