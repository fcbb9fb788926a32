using Amazon.CDK.AWS.EKS;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cases.EKSClusterControlPlaneLogs;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Cluster(scope, "Subject", new ClusterProps
        {
            Version = KubernetesVersion.V1_30,
            KubectlLayer = LayerVersion.FromLayerVersionArn(scope, "Kubectl", "arn:aws:lambda:eu-central-1:123456789012:layer:kubectl:1"),
            ClusterLogging = new[] { ClusterLoggingTypes.API, ClusterLoggingTypes.AUDIT, ClusterLoggingTypes.AUTHENTICATOR, ClusterLoggingTypes.CONTROLLER_MANAGER, ClusterLoggingTypes.SCHEDULER },
        });
    }
}
