using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS Backup.</summary>
internal static class Backup
{
    private const string Vault = "Amazon.CDK.AWS.Backup.BackupVault";
    private const string CfnVault = "Amazon.CDK.AWS.Backup.CfnBackupVault";
    private const string NewKey = "new Amazon.CDK.AWS.KMS.Key({scope}, \"{id}Key\", new Amazon.CDK.AWS.KMS.KeyProps { EnableKeyRotation = true })";

    public static readonly ConstructRule VaultLock = new()
    {
        Id = "SKY1232",
        Key = "BackupVaultLock",
        Title = "Backups can be deleted before their time",
        Message = "{0} does not keep its recovery points from being deleted; set LockConfiguration",
        Why = "Whoever gets hold of an administrator's credentials deletes the backups first and the data then. A lock keeps recovery points for their time, whoever asks.",
        NoFix = "How long recovery points are kept is for the owner to decide, and a lock in compliance mode cannot be undone.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References {  },
        CfnProperties = ["LockConfiguration"],
        Targets = [Target.Of([Vault, CfnVault], Prop("LockConfiguration").IsSet())],
    };

    public static readonly ConstructRule VaultKey = new()
    {
        Id = "SKY1242",
        Key = "BackupVaultKms",
        Title = "Backup vault has no key of its own",
        Message = "{0} is encrypted with the key of the service; give it a KMS key",
        Why = "Backups are encrypted in any case. A key of one's own has a policy and an audit trail, and only with one can backups be copied to another account.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { Checkov = ["CKV_AWS_166"], SecurityHub = ["Backup.1"], Cwe = ["CWE-311"] },
        CfnProperties = ["EncryptionKeyArn"],
        Targets =
        [
            Target.Of(Vault, Prop("EncryptionKey").IsSet(), Fix.Set("EncryptionKey", NewKey, "Give it a key of its own (replaces a deployed vault)")),
            Target.Of(CfnVault, Prop("EncryptionKeyArn").IsSet(), Fix.Set("EncryptionKeyArn", NewKey + ".KeyArn", "Give it a key of its own (replaces a deployed vault)")),
        ],
    };

    public static readonly ConstructRule CrossRegionCopy = new()
    {
        Id = "SKY1243",
        Key = "BackupNoCrossRegionCopy",
        Title = "Backups stay in the region of their data",
        Message = "The rule of a backup plan copies its recovery points nowhere; set CopyActions to a vault in another region",
        Why = "What takes the region away takes the data and its backups away together.",
        NoFix = "The region and the vault for the copies are for the owner to provide.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References {  },
        Targets = [Target.Of("Amazon.CDK.AWS.Backup.BackupPlanRule", Prop("CopyActions").IsSet())],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [VaultLock, VaultKey, CrossRegionCopy];
}
