using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.ECSTaskDefinitionContainerLogging;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var task = new FargateTaskDefinition(scope, "Subject");
        task.AddContainer("Web", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("public.ecr.aws/orders/web:1.4"),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnTaskDefinition(scope, "Subject", new CfnTaskDefinitionProps
        {
            NetworkMode = "awsvpc",
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "web", Image = "public.ecr.aws/orders/web:1.4" },
            },
        });
    }
}
