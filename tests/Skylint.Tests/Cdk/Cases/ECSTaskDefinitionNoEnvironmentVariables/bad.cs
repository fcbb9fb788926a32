using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.ECSTaskDefinitionNoEnvironmentVariables;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var secret = new Amazon.CDK.AWS.SecretsManager.Secret(scope, "DatabasePassword");
        var task = new FargateTaskDefinition(scope, "Subject");
        task.AddContainer("Web", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("public.ecr.aws/orders/web:1.4"),
            Environment = new Dictionary<string, string> { ["DATABASE_PASSWORD"] = secret.SecretValue.UnsafeUnwrap() },
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        var secret = new Amazon.CDK.AWS.SecretsManager.Secret(scope, "DatabasePassword");
        new CfnTaskDefinition(scope, "Subject", new CfnTaskDefinitionProps
        {
            NetworkMode = "awsvpc",
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "web", Image = "public.ecr.aws/orders/web:1.4", Environment = new[] { new CfnTaskDefinition.KeyValuePairProperty { Name = "DATABASE_PASSWORD", Value = secret.SecretValue.UnsafeUnwrap() } } },
            },
        });
    }
}
