using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.IAMNoInlinePolicy;

public static class BadGranted
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Subject", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        new Queue(scope, "Orders").GrantConsumeMessages(role);
    }
}
