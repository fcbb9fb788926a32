using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace Cases.CognitoUserPoolPlusTier;

public static class Good
{
    public static void Build(Construct scope)
    {
        var pool = new UserPool(scope, "Subject", new UserPoolProps
        {
            SelfSignUpEnabled = true,
        });
        ((CfnUserPool)pool.Node.DefaultChild!).AddPropertyOverride("UserPoolTier", "PLUS");
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var pool = new CfnUserPool(scope, "Subject", new CfnUserPoolProps
        {
            UserPoolName = "customers",
        });
        pool.AddPropertyOverride("UserPoolTier", "PLUS");
    }
}
