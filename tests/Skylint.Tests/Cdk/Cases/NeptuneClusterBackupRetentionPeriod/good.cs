using Amazon.CDK.AWS.Neptune;
using Constructs;

namespace Cases.NeptuneClusterBackupRetentionPeriod;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnDBCluster(scope, "Subject", new CfnDBClusterProps
        {
            DbClusterIdentifier = "friends",
            StorageEncrypted = true,
            BackupRetentionPeriod = 7,
        });
    }
}
