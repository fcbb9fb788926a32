using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SQSQueueDLQ;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Queue(scope, "Subject", new QueueProps
        {
            EnforceSSL = true,
            VisibilityTimeout = Duration.Seconds(30),
            DeadLetterQueue = new DeadLetterQueue { MaxReceiveCount = 3, Queue = new Queue(scope, "SubjectDeadLetters", new QueueProps { EnforceSSL = true }) },
        });
    }
}
