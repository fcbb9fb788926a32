using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.Destinations;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.LambdaAsyncFailureDestination;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var function = new Function(scope, "Function", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
        });
        new EventInvokeConfig(scope, "Subject", new EventInvokeConfigProps
        {
            Function = function,
            RetryAttempts = 1,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnEventInvokeConfig(scope, "Subject", new CfnEventInvokeConfigProps
        {
            FunctionName = "orders",
            Qualifier = "$LATEST",
            MaximumRetryAttempts = 1,
        });
    }
}
