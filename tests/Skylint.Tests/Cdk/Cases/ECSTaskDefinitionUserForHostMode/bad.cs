using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.ECSTaskDefinitionUserForHostMode;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var task = new Ec2TaskDefinition(scope, "Subject", new Ec2TaskDefinitionProps { NetworkMode = NetworkMode.HOST });
        task.AddContainer("Web", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("public.ecr.aws/orders/web:1.4"),
            MemoryLimitMiB = 512,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnTaskDefinition(scope, "Subject", new CfnTaskDefinitionProps
        {
            NetworkMode = "host",
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "web", Image = "public.ecr.aws/orders/web:1.4" },
            },
        });
    }
}
