using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMNoWildcardPermissions;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new ManagedPolicy(scope, "Subject", new ManagedPolicyProps
        {
            Statements =
            [
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = ["dynamodb:*"],
                    Resources = ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders"],
                }),
            ],
        });
    }
}
