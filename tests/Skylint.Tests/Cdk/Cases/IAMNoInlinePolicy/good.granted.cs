using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.IAMNoInlinePolicy;

public static class GoodGranted
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Subject", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        var queue = new Queue(scope, "Orders");
        new ManagedPolicy(scope, "Receive", new ManagedPolicyProps
        {
            Roles = [role],
            Statements = [new PolicyStatement(new PolicyStatementProps { Actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resources = [queue.QueueArn] })],
        });
    }
}
