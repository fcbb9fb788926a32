using Amazon.CDK.AWS.Backup;
using Constructs;

namespace Cases.BackupVaultLock;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new BackupVault(scope, "Subject", new BackupVaultProps
        {
            BackupVaultName = "orders",
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnBackupVault(scope, "Subject", new CfnBackupVaultProps
        {
            BackupVaultName = "orders",
        });
    }
}
