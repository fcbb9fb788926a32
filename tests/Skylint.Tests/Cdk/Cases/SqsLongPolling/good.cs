using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SqsLongPolling;

public static class Good
{
    public static void Build(Construct scope)
    {
        var queue = new Queue(scope, "Subject", new QueueProps
        {
            EnforceSSL = true,
            ReceiveMessageWaitTime = Duration.Seconds(20),
        });

        var worker = new Role(scope, "Worker", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        queue.GrantConsumeMessages(worker);
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnQueue(scope, "Subject", new CfnQueueProps
        {
            ReceiveMessageWaitTimeSeconds = 20,
        });
    }
}
