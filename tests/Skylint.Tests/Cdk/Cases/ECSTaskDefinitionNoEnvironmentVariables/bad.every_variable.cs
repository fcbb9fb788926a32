using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.ECSTaskDefinitionNoEnvironmentVariables;

public static class BadEveryVariable
{
    public static void Build(Construct scope)
    {
        var task = new FargateTaskDefinition(scope, "Subject");
        task.AddContainer("Web", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("public.ecr.aws/orders/web:1.4"),
            Environment = new Dictionary<string, string> { ["LOG_LEVEL"] = "info" },
        });
    }
}
