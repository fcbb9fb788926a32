using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.EcsPrivileged;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var task = new Ec2TaskDefinition(scope, "Subject");
        task.AddContainer("Agent", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("public.ecr.aws/orders/agent:1.4"),
            MemoryLimitMiB = 256,
            Privileged = true,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnTaskDefinition(scope, "Subject", new CfnTaskDefinitionProps
        {
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "agent", Image = "public.ecr.aws/orders/agent:1.4", Memory = 256, Privileged = true },
            },
        });
    }
}
