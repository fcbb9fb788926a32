using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SQSQueueSSE;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Queue(scope, "Subject", new QueueProps
        {
            EnforceSSL = true,
            Encryption = QueueEncryption.UNENCRYPTED,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnQueue(scope, "Subject", new CfnQueueProps
        {
            SqsManagedSseEnabled = false,
        });
    }
}
