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
            EnforceSSL = true,
            VisibilityTimeout = Duration.Seconds(30),
        });
    }
}
