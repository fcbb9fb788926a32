using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace Cases.CognitoUserPoolMFA;

public static class Good
{
    public static void Build(Construct scope)
    {
        new UserPool(scope, "Subject", new UserPoolProps
        {
            SelfSignUpEnabled = true,
            Mfa = Mfa.REQUIRED,
            MfaSecondFactor = new MfaSecondFactor { Otp = true, Sms = false },
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
            MfaConfiguration = "ON",
            EnabledMfas = new[] { "SOFTWARE_TOKEN_MFA" },
        });
    }
}
