using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.EKS;
using Constructs;

namespace Cases.EKSClusterNoEndpointPublicAccess;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new Cluster(scope, "Subject", new ClusterProps
        {
            Vpc = vpc,
            Version = KubernetesVersion.V1_30,
            EndpointAccess = EndpointAccess.PRIVATE,
        });
    }
}
