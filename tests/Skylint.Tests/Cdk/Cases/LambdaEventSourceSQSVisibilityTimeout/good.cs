using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.EventSources;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.LambdaEventSourceSQSVisibilityTimeout;

public static class Good
{
    public static void Build(Construct scope)
    {
        var queue = new Queue(scope, "Queue", new QueueProps { VisibilityTimeout = Duration.Seconds(180) });
        var function = new Function(scope, "Subject", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
            Timeout = Duration.Seconds(30),
        });
        function.AddEventSource(new SqsEventSource(queue));
    }
}
