using Amazon.CDK.AWS.Redshift;
using Constructs;

namespace Cases.RedshiftClusterNonDefaultPort;

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
            Port = 5539,
        });
    }
}
