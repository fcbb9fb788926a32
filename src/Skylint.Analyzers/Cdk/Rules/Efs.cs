using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EFS.</summary>
internal static class Efs
{
    private const string FileSystem = "Amazon.CDK.AWS.EFS.FileSystem";
    private const string CfnFileSystem = "Amazon.CDK.AWS.EFS.CfnFileSystem";

    public static readonly ConstructRule Encrypted = new()
    {
        Id = "SKY1112",
        Key = "EFSEncrypted",
        Title = "File system is not encrypted",
        Message = "{0} stores its files unencrypted; set Encrypted = true",
        Why = "Whoever gets hold of the storage or a backup reads the files. Encryption costs nothing and cannot be switched on later: a file system that was created without it has to be replaced.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-EFS1", "HIPAA.Security-EFSEncrypted", "NIST.800.53.R4-EFSEncrypted", "NIST.800.53.R5-EFSEncrypted", "PCI.DSS.321-EFSEncrypted"],
            SecurityHub = ["EFS.1"],
            Checkov = ["CKV_AWS_42"],
            Trivy = ["AWS-0037"],
            Sonar = ["S6332"],
            Guard = ["EFS_ENCRYPTED_CHECK"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["Encrypted", "KmsKeyId"],
        Targets =
        [
            // The L2 encrypts unless it is told not to; the L1 does not.
            Target.Of(FileSystem, AnyOf(Prop("Encrypted").IsNotFalse(), Prop("KmsKey").IsSet()), Encrypt),
            Target.Of(CfnFileSystem, AnyOf(Prop("Encrypted").IsTrue(), Prop("KmsKeyId").IsSet()), Encrypt),
        ],
    };

    public static readonly ConstructRule InBackupPlan = new()
    {
        Id = "SKY1113",
        Key = "EFSInBackupPlan",
        Title = "File system is not backed up",
        Message = "{0} is not backed up; set EnableAutomaticBackups = true, or add it to a plan with BackupPlan.AddSelection",
        Why = "A faulty script or a deleted file is final: the file system keeps no earlier versions. The automatic backups keep 35 days.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-EFSInBackupPlan", "NIST.800.53.R4-EFSInBackupPlan", "NIST.800.53.R5-EFSInBackupPlan"],
            SecurityHub = ["EFS.2"],
            Guard = ["EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN"],
        },
        CfnProperties = ["BackupPolicy"],
        Targets =
        [
            Target.Of(FileSystem, AnyOf(Prop("EnableAutomaticBackups").IsTrue(), BackupPlans.Selects), Fix.Set("EnableAutomaticBackups", "true", "Switch on automatic backups")),
            Target.Of(
                CfnFileSystem,
                AnyOf(Prop("BackupPolicy.Status").Is("ENABLED"), BackupPlans.Selects),
                Fix.Set("BackupPolicy", "new Amazon.CDK.AWS.EFS.CfnFileSystem.BackupPolicyProperty { Status = \"ENABLED\" }", "Switch on automatic backups")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Encrypted, InBackupPlan];

    private static Fix Encrypt => Fix.Set("Encrypted", "true", "Set Encrypted = true (replaces a deployed file system)");
}
