using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cases.LambdaFunctionPublicAccessProhibited;

public static class Good
{
    public static void Build(Construct scope)
    {
        var function = new Function(scope, "Subject", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
        });
        function.AddPermission("Callers", new Permission { Principal = new AccountPrincipal("123456789012") });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnPermission(scope, "Subject", new CfnPermissionProps
        {
            FunctionName = "orders",
            Action = "lambda:InvokeFunction",
            Principal = "123456789012",
        });
    }
}
