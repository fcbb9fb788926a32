using Amazon.CDK.AWS.Redshift;
using Constructs;

namespace Cases.RedshiftRequireTlsSSL;

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
            ClusterParameterGroupName = new CfnClusterParameterGroup(scope, "SubjectParameters", new CfnClusterParameterGroupProps { Description = "Parameters of the cluster", ParameterGroupFamily = "redshift-1.0", Parameters = new[] { new CfnClusterParameterGroup.ParameterProperty { ParameterName = "require_ssl", ParameterValue = "true" } } }).Ref,
        });
    }
}
