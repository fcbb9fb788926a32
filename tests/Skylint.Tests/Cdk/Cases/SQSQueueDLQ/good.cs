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
            VisibilityTimeout = Duration.Minutes(5),
            DeadLetterQueue = new DeadLetterQueue { Queue = new Queue(scope, "SubjectDeadLetters"), MaxReceiveCount = 3 },
        });
    }
}
