using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SqsLongPolling;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Queue(scope, "Subject", new QueueProps
        {
            EnforceSSL = true,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnQueue(scope, "Subject", new CfnQueueProps
        {
            QueueName = "orders",
        });
    }
}
