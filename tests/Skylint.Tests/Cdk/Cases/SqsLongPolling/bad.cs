using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SqsLongPolling;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var queue = new Queue(scope, "Subject", new QueueProps
        {
            EnforceSSL = true,
        });

        var worker = new Role(scope, "Worker", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        queue.GrantConsumeMessages(worker);
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnQueue(scope, "Subject", new CfnQueueProps
        {
            ReceiveMessageWaitTimeSeconds = 0,
        });
    }
}
