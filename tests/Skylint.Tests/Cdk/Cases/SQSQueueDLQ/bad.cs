using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SQSQueueDLQ;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Queue(scope, "Subject", new QueueProps
        {
            VisibilityTimeout = Duration.Minutes(5),
        });
    }
}
