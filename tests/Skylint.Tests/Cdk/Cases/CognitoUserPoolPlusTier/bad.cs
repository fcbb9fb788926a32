using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace Cases.CognitoUserPoolPlusTier;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new UserPool(scope, "Subject", new UserPoolProps
        {
            SelfSignUpEnabled = true,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnUserPool(scope, "Subject", new CfnUserPoolProps
        {
            UserPoolName = "customers",
        });
    }
}
