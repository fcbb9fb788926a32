using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>What rules about backups share: whether a plan of AWS Backup selects the resource.</summary>
internal static class BackupPlans
{
    private const string Namespace = "Amazon.CDK.AWS.Backup.";

    // Selections that do not name what they select: by tag, by the tree below a construct, or by a text.
    private static readonly string[] s_indirect = ["FromTag", "FromConstruct", "FromArn", "CfnBackupSelection"];

    /// <summary>
    /// A selection names the resource. Where the code has selections of another kind, which may cover the resource as well, the outcome is
    /// unknown.
    /// </summary>
    public static Requirement Selects { get; } = AnyOf(
        GivenTo(
            Namespace + "BackupResource",
            "FromArn", "FromConstruct", "FromDynamoDbTable", "FromEc2Instance", "FromEfsFileSystem", "FromRdsDatabaseCluster", "FromRdsDatabaseInstance", "FromRdsServerlessCluster"),
        UsedBy(Namespace + "CfnBackupSelection", Namespace + "CfnBackupSelectionProps"),
        That((_, construct) => s_indirect.Any(construct.Cdk.Index.Mentions) && construct.Cdk.Index.Mentions("Backup") ? Outcome.Unknown : Outcome.Violated));
}
