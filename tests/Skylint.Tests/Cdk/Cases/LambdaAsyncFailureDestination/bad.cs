using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.Destinations;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.LambdaAsyncFailureDestination;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var function = Function.FromFunctionName(scope, "Function", "orders");
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
