using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.CdkHardcodedPhysicalName;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var deadLetters = new Queue(scope, "DeadLetters", new QueueProps { EnforceSSL = true });
        new Queue(scope, "Subject", new QueueProps
        {
            QueueName = "orders",
            EnforceSSL = true,
            DeadLetterQueue = new DeadLetterQueue { MaxReceiveCount = 3, Queue = deadLetters },
        });
    }
}
