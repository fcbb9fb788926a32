using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace Cases.CognitoUserPoolNoUnauthenticatedLogins;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnIdentityPool(scope, "Subject", new CfnIdentityPoolProps
        {
            IdentityPoolName = "customers",
            AllowUnauthenticatedIdentities = true,
        });
    }
}
