using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.ECSClusterCloudWatchContainerInsights;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Cluster(scope, "Subject", new ClusterProps
        {
            Vpc = new Vpc(scope, "Vpc"),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnCluster(scope, "Subject", new CfnClusterProps { ClusterName = "orders" });
    }
}
