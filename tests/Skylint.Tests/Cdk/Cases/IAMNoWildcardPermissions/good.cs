using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMNoWildcardPermissions;

public static class Good
{
    public static void Build(Construct scope)
    {
        new ManagedPolicy(scope, "Subject", new ManagedPolicyProps
        {
            Statements =
            [
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = ["dynamodb:GetItem"],
                    Resources = ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders"],
                }),
            ],
        });
    }
}
