using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SQSQueueDLQ;

public static class BadEveryQueue
{
    public static void Build(Construct scope)
    {
        var deadLetterQueue = new Queue(scope, "Subject", new QueueProps { QueueName = "orders-dlq", EnforceSSL = true });
    }
}
