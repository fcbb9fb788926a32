using Amazon.CDK.AWS.Redshift;
using Constructs;

namespace Cases.RedshiftClusterMaintenanceSettings;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnCluster(scope, "Subject", new CfnClusterProps
        {
            ClusterType = "multi-node",
            NumberOfNodes = 2,
            NodeType = "ra3.xlplus",
            DbName = "sales",
            MasterUsername = "warehouse",
            ManageMasterPassword = true,
            Encrypted = true,
        });
    }
}

public static class BadNoSnapshots
{
    public static void Build(Construct scope)
    {
        new CfnCluster(scope, "Subject", new CfnClusterProps
        {
            ClusterType = "multi-node",
            NumberOfNodes = 2,
            NodeType = "ra3.xlplus",
            DbName = "sales",
            MasterUsername = "warehouse",
            ManageMasterPassword = true,
            Encrypted = true,
            PreferredMaintenanceWindow = "sun:02:00-sun:03:00",
            AutomatedSnapshotRetentionPeriod = 0,
        });
    }
}

public static class BadNoUpgrades
{
    public static void Build(Construct scope)
    {
        new CfnCluster(scope, "Subject", new CfnClusterProps
        {
            ClusterType = "multi-node",
            NumberOfNodes = 2,
            NodeType = "ra3.xlplus",
            DbName = "sales",
            MasterUsername = "warehouse",
            ManageMasterPassword = true,
            Encrypted = true,
            PreferredMaintenanceWindow = "sun:02:00-sun:03:00",
            AllowVersionUpgrade = false,
        });
    }
}
