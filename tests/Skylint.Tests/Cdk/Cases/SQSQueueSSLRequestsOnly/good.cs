using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SQSQueueSSLRequestsOnly;

public static class Good
{
    public static void Build(Construct scope)
    {
        var deadLetters = new Queue(scope, "DeadLetters", new QueueProps { EnforceSSL = true });
        new Queue(scope, "Subject", new QueueProps
        {
            VisibilityTimeout = Duration.Minutes(5),
            DeadLetterQueue = new DeadLetterQueue { MaxReceiveCount = 3, Queue = deadLetters },
            EnforceSSL = true,
        });
    }
}
