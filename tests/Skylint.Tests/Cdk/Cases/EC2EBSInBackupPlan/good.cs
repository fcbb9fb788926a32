using Amazon.CDK;
using Amazon.CDK.AWS.Backup;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2EBSInBackupPlan;

public static class Good
{
    public static void Build(Construct scope)
    {
        var volume = new Volume(scope, "Subject", new VolumeProps
        {
            AvailabilityZone = "eu-central-1a",
            Size = Size.Gibibytes(100),
            Encrypted = true,
        });

        var plan = BackupPlan.DailyWeeklyMonthly5YearRetention(scope, "Plan");
        plan.AddSelection("Data", new BackupSelectionOptions { Resources = new[] { BackupResource.FromArn($"arn:aws:ec2:eu-central-1:123456789012:volume/{volume.VolumeId}") } });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var volume = new CfnVolume(scope, "Subject", new CfnVolumeProps
        {
            AvailabilityZone = "eu-central-1a",
            Size = 100,
            Encrypted = true,
        });

        var plan = BackupPlan.DailyWeeklyMonthly5YearRetention(scope, "Plan");
        plan.AddSelection("Data", new BackupSelectionOptions { Resources = new[] { BackupResource.FromArn($"arn:aws:ec2:eu-central-1:123456789012:volume/{volume.Ref}") } });
    }
}
