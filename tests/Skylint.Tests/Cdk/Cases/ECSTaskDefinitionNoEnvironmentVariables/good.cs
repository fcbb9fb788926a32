using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace Cases.ECSTaskDefinitionNoEnvironmentVariables;

public static class Good
{
    public static void Build(Construct scope)
    {
        var secret = new Amazon.CDK.AWS.SecretsManager.Secret(scope, "DatabasePassword");
        var task = new FargateTaskDefinition(scope, "Subject");
        task.AddContainer("Web", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("public.ecr.aws/orders/web:1.4"),
            Secrets = new Dictionary<string, Amazon.CDK.AWS.ECS.Secret> { ["DATABASE_PASSWORD"] = Amazon.CDK.AWS.ECS.Secret.FromSecretsManager(secret) },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var secret = new Amazon.CDK.AWS.SecretsManager.Secret(scope, "DatabasePassword");
        new CfnTaskDefinition(scope, "Subject", new CfnTaskDefinitionProps
        {
            NetworkMode = "awsvpc",
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "web", Image = "public.ecr.aws/orders/web:1.4", Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "DATABASE_PASSWORD", ValueFrom = secret.SecretArn } } },
            },
        });
    }
}
