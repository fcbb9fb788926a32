using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.ECSClusterCloudWatchContainerInsights;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Cluster(scope, "Subject", new ClusterProps
        {
            Vpc = new Vpc(scope, "Vpc"),
            ContainerInsights = true,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnCluster(scope, "Subject", new CfnClusterProps { ClusterName = "orders", ClusterSettings = new[] { new CfnCluster.ClusterSettingsProperty { Name = "containerInsights", Value = "enabled" } } });
    }
}
