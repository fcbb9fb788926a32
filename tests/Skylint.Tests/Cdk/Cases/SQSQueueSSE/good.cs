using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SQSQueueSSE;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Queue(scope, "Subject", new QueueProps
        {
            EnforceSSL = true,
            Encryption = QueueEncryption.SQS_MANAGED,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnQueue(scope, "Subject", new CfnQueueProps
        {
            SqsManagedSseEnabled = true,
        });
    }
}
