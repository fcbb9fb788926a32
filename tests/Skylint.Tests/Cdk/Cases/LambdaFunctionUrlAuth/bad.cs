using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cases.LambdaFunctionUrlAuth;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var function = new Function(scope, "Subject", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
        });
        function.AddFunctionUrl(new FunctionUrlOptions
        {
            AuthType = FunctionUrlAuthType.NONE,
        });
    }
}
