using System.Collections.Generic;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace Cases.LambdaSecretEnvironment;

public static class Good
{
    public static void Build(Construct scope)
    {
        var secret = new Secret(scope, "DatabasePassword");
        var function = new Function(scope, "Subject", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
            Environment = new Dictionary<string, string>
            {
                ["DATABASE_PASSWORD_ARN"] = secret.SecretArn,
            },
        });
        secret.GrantRead(function);
    }
}
