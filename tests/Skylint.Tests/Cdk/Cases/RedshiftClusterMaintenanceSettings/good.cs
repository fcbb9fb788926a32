using Amazon.CDK.AWS.Redshift;
using Constructs;

namespace Cases.RedshiftClusterMaintenanceSettings;

public static class Good
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
        });
    }
}

public static class GoodNoSnapshots
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
            AutomatedSnapshotRetentionPeriod = 7,
        });
    }
}

public static class GoodNoUpgrades
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
            AllowVersionUpgrade = true,
        });
    }
}
