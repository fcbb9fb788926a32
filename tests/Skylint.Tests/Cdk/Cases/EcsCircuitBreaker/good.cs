using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.EcsCircuitBreaker;

public static class Good
{
    public static void Build(Construct scope)
    {
        var cluster = new Cluster(scope, "Cluster", new ClusterProps { Vpc = new Vpc(scope, "Vpc") });
        var task = new FargateTaskDefinition(scope, "Task");
        task.AddContainer("Web", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx") });
        new FargateService(scope, "Subject", new FargateServiceProps
        {
            Cluster = cluster,
            TaskDefinition = task,
            CircuitBreaker = new DeploymentCircuitBreaker { Rollback = true },
        });
    }
}
