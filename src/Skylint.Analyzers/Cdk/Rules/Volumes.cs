using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EBS volumes.</summary>
internal static class Volumes
{
    public static readonly ConstructRule InBackupPlan = new()
    {
        Id = "SKY1107",
        Key = "EC2EBSInBackupPlan",
        Title = "Volume is in no backup plan",
        Message = "{0} is in no backup plan; add it with BackupPlan.AddSelection",
        Why = "A volume lives in one Availability Zone. Without a snapshot its data are gone when the zone or the volume fails, or when somebody deletes it.",
        NoFix = "How often to back up and how long to keep it is a decision that only the owner can make.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-EC2EBSInBackupPlan", "NIST.800.53.R4-EC2EBSInBackupPlan", "NIST.800.53.R5-EC2EBSInBackupPlan"],
            SecurityHub = ["EC2.28"],
        },
        Targets = [Target.Of(["Amazon.CDK.AWS.EC2.Volume", "Amazon.CDK.AWS.EC2.CfnVolume"], BackupPlans.Selects)],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [InBackupPlan];
}
