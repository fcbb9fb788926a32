using Amazon.CDK.AWS.Backup;
using Amazon.CDK.AWS.KMS;
using Constructs;

namespace Cases.BackupVaultKms;

public static class Good
{
    public static void Build(Construct scope)
    {
        new BackupVault(scope, "Subject", new BackupVaultProps
        {
            BackupVaultName = "orders",
            EncryptionKey = new Key(scope, "SubjectKey", new KeyProps { EnableKeyRotation = true }),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnBackupVault(scope, "Subject", new CfnBackupVaultProps
        {
            BackupVaultName = "orders",
            EncryptionKeyArn = new Key(scope, "SubjectKey", new KeyProps { EnableKeyRotation = true }).KeyArn,
        });
    }
}
