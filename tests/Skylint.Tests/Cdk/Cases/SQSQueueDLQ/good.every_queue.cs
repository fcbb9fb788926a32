using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SQSQueueDLQ;

public static class GoodEveryQueue
{
    public static void Build(Construct scope)
    {
        var deadLetterQueue = new Queue(scope, "Subject", new QueueProps
        {
            QueueName = "orders-dlq",
            EnforceSSL = true,
            DeadLetterQueue = new DeadLetterQueue
            {
                MaxReceiveCount = 3,
                Queue = Queue.FromQueueArn(scope, "Parked", "arn:aws:sqs:eu-central-1:111122223333:parked"),
            },
        });
    }
}
