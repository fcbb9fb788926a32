using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.EventSources;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.LambdaEventSourceMappingDestination;

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
        new EventSourceMapping(scope, "Subject", new EventSourceMappingProps
        {
            Target = function,
            EventSourceArn = "arn:aws:kinesis:eu-central-1:123456789012:stream/orders",
            StartingPosition = StartingPosition.LATEST,
            OnFailure = new SqsDlq(Queue.FromQueueArn(scope, "Failures", "arn:aws:sqs:eu-central-1:123456789012:failures")),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnEventSourceMapping(scope, "Subject", new CfnEventSourceMappingProps
        {
            FunctionName = "orders",
            EventSourceArn = "arn:aws:kinesis:eu-central-1:123456789012:stream/orders",
            StartingPosition = "LATEST",
            DestinationConfig = new CfnEventSourceMapping.DestinationConfigProperty { OnFailure = new CfnEventSourceMapping.OnFailureProperty { Destination = "arn:aws:sqs:eu-central-1:123456789012:failures" } },
        });
    }
}
