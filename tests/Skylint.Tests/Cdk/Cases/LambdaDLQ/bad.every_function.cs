using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cases.LambdaDLQ;

public static class BadEveryFunction
{
    public static void Build(Construct scope)
    {
        var function = new Function(scope, "Subject", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
        });
        new LambdaRestApi(scope, "Api", new LambdaRestApiProps { Handler = function });
    }
}
