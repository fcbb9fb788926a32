using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SqsLongPolling;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Queue(scope, "Subject", new QueueProps
        {
            EnforceSSL = true,
            ReceiveMessageWaitTime = Duration.Seconds(20),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnQueue(scope, "Subject", new CfnQueueProps
        {
            QueueName = "orders",
            ReceiveMessageWaitTimeSeconds = 20,
        });
    }
}
