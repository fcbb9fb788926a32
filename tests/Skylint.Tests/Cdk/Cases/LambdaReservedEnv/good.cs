using System.Collections.Generic;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cases.LambdaReservedEnv;

public static class Good
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Role", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        new CfnFunction(scope, "Subject", new CfnFunctionProps
        {
            Runtime = "nodejs20.x",
            Handler = "index.handler",
            Role = role.RoleArn,
            Code = new CfnFunction.CodeProperty { ZipFile = "exports.handler = async () => 'ok';" },
            Environment = new CfnFunction.EnvironmentProperty
            {
                Variables = new Dictionary<string, string> { ["ORDERS_REGION"] = "eu-west-1" },
            },
        });
    }
}
