using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.IamAnyPrincipalAllow;

public static class Good
{
    public static void Build(Construct scope)
    {
        var queue = new Queue(scope, "Subject");
        queue.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["sqs:SendMessage"],
            Principals = [new ServicePrincipal("sns.amazonaws.com")],
            Resources = [queue.QueueArn],
        }));
    }
}
