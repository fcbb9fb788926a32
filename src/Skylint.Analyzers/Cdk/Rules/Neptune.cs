using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon Neptune.</summary>
internal static class Neptune
{
    private const string Cluster = "Amazon.CDK.AWS.Neptune.CfnDBCluster";

    // What is restored keeps the encryption that it had.
    private static readonly Requirement s_isRestored = AnyOf(Prop("SnapshotIdentifier").IsSet(), Prop("SourceDbClusterIdentifier").IsSet());

    public static readonly ConstructRule MinorVersionUpgrade = new()
    {
        Id = "SKY1189",
        Key = "NeptuneClusterAutomaticMinorVersionUpgrade",
        Title = "Neptune instance does not say that it takes minor upgrades",
        Message = "{0} is not said to take minor upgrades by itself; set AutoMinorVersionUpgrade = true",
        Why = "Minor versions carry the security fixes of the engine. Without automatic upgrades they wait until somebody thinks of them.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-N2"], Cwe = ["CWE-1104"] },
        CfnProperties = ["AutoMinorVersionUpgrade"],
        Targets = [Target.Of("Amazon.CDK.AWS.Neptune.CfnDBInstance", Prop("AutoMinorVersionUpgrade").IsTrue(), Fix.Set("AutoMinorVersionUpgrade", "true"))],
    };

    public static readonly ConstructRule BackupRetention = new()
    {
        Id = "SKY1190",
        Key = "NeptuneClusterBackupRetentionPeriod",
        Title = "Neptune backups are kept for less than a week",
        Message = "{0} keeps its backups for less than 7 days; set BackupRetentionPeriod = 7",
        Why = "Left unstated, backups are kept for one day. Damage that is noticed after a weekend can no longer be undone.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-N3"], Checkov = ["CKV_AWS_361"], SecurityHub = ["Neptune.5"], Sonar = ["S6364"] },
        CfnProperties = ["BackupRetentionPeriod"],
        Targets = [Target.Of(Cluster, Prop("BackupRetentionPeriod").IsAtLeast(7), Fix.Set("BackupRetentionPeriod", "7", "Keep backups for 7 days"))],
    };

    public static readonly ConstructRule EncryptionAtRest = new()
    {
        Id = "SKY1191",
        Key = "NeptuneClusterEncryptionAtRest",
        Title = "Neptune storage is not encrypted",
        Message = "{0} stores its data unencrypted; set StorageEncrypted = true",
        Why = "Whoever gets hold of the storage or a snapshot reads the graph. Encryption costs nothing and cannot be switched on later: a cluster that was created without it has to be replaced.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-N4"], Checkov = ["CKV_AWS_44"], Trivy = ["AWS-0076"], SecurityHub = ["Neptune.1"], Sonar = ["S6303"], Cwe = ["CWE-311"] },
        CfnProperties = ["StorageEncrypted"],
        Targets = [Target.Of(Cluster, AnyOf(Prop("StorageEncrypted").IsTrue(), s_isRestored), Fix.Set("StorageEncrypted", "true", "Set StorageEncrypted = true (replaces a deployed cluster)"))],
    };

    public static readonly ConstructRule IamAuth = new()
    {
        Id = "SKY1192",
        Key = "NeptuneClusterIAMAuth",
        Title = "Neptune asks nobody who they are",
        Message = "{0} answers everyone who reaches it; set IamAuthEnabled = true",
        Why = "Neptune has no passwords: without IAM authentication whatever can open a connection may read and change the graph, and no log says who did.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-N5"], SecurityHub = ["Neptune.7"], Cwe = ["CWE-306"] },
        CfnProperties = ["IamAuthEnabled"],
        Targets = [Target.Of(Cluster, Prop("IamAuthEnabled").IsTrue(), Fix.Set("IamAuthEnabled", "true", "Set IamAuthEnabled = true (clients must sign their requests)"))],
    };

    public static readonly ConstructRule MultiAz = new()
    {
        Id = "SKY1193",
        Key = "NeptuneClusterMultiAZ",
        Title = "Neptune cluster is not spread over Availability Zones",
        Message = "{0} is not given subnets in two Availability Zones; set DbSubnetGroupName and leave AvailabilityZones out, or name two",
        Why = "Only subnets in several zones let a replica take over when one of them fails.",
        NoFix = "Which subnets the cluster belongs to is a decision that only the owner can make.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-N1"], SecurityHub = ["Neptune.9"] },
        CfnProperties = ["DBSubnetGroupName", "AvailabilityZones"],
        Targets =
        [
            Target.Of(
                Cluster,
                AllOf(
                    Prop("DbSubnetGroupName").IsSet(),
                    Prop("AvailabilityZones").Test(v => v is ListValue list ? list.Items.Count >= 2 ? Outcome.Satisfied : list.IsOpen ? Outcome.Unknown : Outcome.Violated : Outcome.Unknown, Default.Satisfies))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [MinorVersionUpgrade, BackupRetention, EncryptionAtRest, IamAuth, MultiAz];
}
