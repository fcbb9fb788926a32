using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cases.LambdaConcurrency;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Function(scope, "Subject", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnFunction(scope, "Subject", new CfnFunctionProps
        {
            Runtime = "nodejs20.x",
            Handler = "index.handler",
            Code = new CfnFunction.CodeProperty { ZipFile = "exports.handler = async () => 'ok';" },
            Role = "arn:aws:iam::123456789012:role/orders",
        });
    }
}
