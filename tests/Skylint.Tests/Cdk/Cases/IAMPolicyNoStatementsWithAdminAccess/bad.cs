using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMPolicyNoStatementsWithAdminAccess;

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
                    Actions = ["*"],
                    Resources = ["*"],
                }),
            ],
        });
    }
}
