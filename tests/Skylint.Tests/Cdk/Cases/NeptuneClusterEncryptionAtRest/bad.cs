using Amazon.CDK.AWS.Neptune;
using Constructs;

namespace Cases.NeptuneClusterEncryptionAtRest;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnDBCluster(scope, "Subject", new CfnDBClusterProps
        {
            DbClusterIdentifier = "friends",
            IamAuthEnabled = true,
        });
    }
}
