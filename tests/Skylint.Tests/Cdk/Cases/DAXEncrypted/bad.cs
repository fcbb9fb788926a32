using Amazon.CDK.AWS.DAX;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.DAXEncrypted;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Role", new RoleProps { AssumedBy = new ServicePrincipal("dax.amazonaws.com") });
        new CfnCluster(scope, "Subject", new CfnClusterProps
        {
            IamRoleArn = role.RoleArn,
            NodeType = "dax.t3.small",
            ReplicationFactor = 3,
        });
    }
}
