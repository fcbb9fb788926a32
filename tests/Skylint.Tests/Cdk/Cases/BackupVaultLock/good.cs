using Amazon.CDK;
using Amazon.CDK.AWS.Backup;
using Constructs;

namespace Cases.BackupVaultLock;

public static class Good
{
    public static void Build(Construct scope)
    {
        new BackupVault(scope, "Subject", new BackupVaultProps
        {
            BackupVaultName = "orders",
            LockConfiguration = new LockConfiguration { MinRetention = Duration.Days(30) },
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
            LockConfiguration = new CfnBackupVault.LockConfigurationTypeProperty { MinRetentionDays = 30 },
        });
    }
}
