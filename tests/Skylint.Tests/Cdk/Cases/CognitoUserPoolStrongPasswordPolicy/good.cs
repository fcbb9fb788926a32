using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace Cases.CognitoUserPoolStrongPasswordPolicy;

public static class Good
{
    public static void Build(Construct scope)
    {
        new UserPool(scope, "Subject", new UserPoolProps
        {
            SelfSignUpEnabled = true,
            PasswordPolicy = new PasswordPolicy { MinLength = 12, RequireLowercase = true, RequireUppercase = true, RequireDigits = true, RequireSymbols = true },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnUserPool(scope, "Subject", new CfnUserPoolProps
        {
            UserPoolName = "customers",
            Policies = new CfnUserPool.PoliciesProperty { PasswordPolicy = new CfnUserPool.PasswordPolicyProperty { MinimumLength = 12, RequireUppercase = true, RequireNumbers = true, RequireSymbols = true } },
        });
    }
}
