using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.Destinations;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.LambdaAsyncFailureDestination;

public static class Good
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
            OnFailure = new SqsDestination(Queue.FromQueueArn(scope, "Failures", "arn:aws:sqs:eu-central-1:123456789012:failures")),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnEventInvokeConfig(scope, "Subject", new CfnEventInvokeConfigProps
        {
            FunctionName = "orders",
            Qualifier = "$LATEST",
            MaximumRetryAttempts = 1,
            DestinationConfig = new CfnEventInvokeConfig.DestinationConfigProperty { OnFailure = new CfnEventInvokeConfig.OnFailureProperty { Destination = "arn:aws:sqs:eu-central-1:123456789012:failures" } },
        });
    }
}
