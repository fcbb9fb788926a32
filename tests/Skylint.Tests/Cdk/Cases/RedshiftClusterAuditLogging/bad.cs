using Amazon.CDK.AWS.Redshift;
using Constructs;

namespace Cases.RedshiftClusterAuditLogging;

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
