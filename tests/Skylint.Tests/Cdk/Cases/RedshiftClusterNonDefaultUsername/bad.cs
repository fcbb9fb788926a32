using Amazon.CDK.AWS.Redshift;
using Constructs;

namespace Cases.RedshiftClusterNonDefaultUsername;

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
            MasterUsername = "awsuser",
            ManageMasterPassword = true,
            Encrypted = true,
        });
    }
}
