using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon Cognito.</summary>
internal static class Cognito
{
    private const string UserPool = "Amazon.CDK.AWS.Cognito.UserPool";
    private const string CfnUserPool = "Amazon.CDK.AWS.Cognito.CfnUserPool";
    private const int ShortestPassword = 8;

    private static readonly Fix s_kinds = Fix.SetAll(
        "Require upper and lower case letters, digits and symbols",
        ("PasswordPolicy.RequireLowercase", "true"), ("PasswordPolicy.RequireUppercase", "true"), ("PasswordPolicy.RequireDigits", "true"), ("PasswordPolicy.RequireSymbols", "true"));

    private static readonly Fix s_lengthAndKinds = Fix.SetAll(
        "Require 12 characters: upper and lower case letters, digits and symbols",
        ("PasswordPolicy.MinLength", "12"), ("PasswordPolicy.RequireLowercase", "true"), ("PasswordPolicy.RequireUppercase", "true"), ("PasswordPolicy.RequireDigits", "true"), ("PasswordPolicy.RequireSymbols", "true"));

    private static readonly Requirement s_isLong = Prop("PasswordPolicy").IsSet() & Prop("PasswordPolicy.MinLength").IsAtLeast(ShortestPassword, Default.Satisfies);

    public static readonly ConstructRule Mfa = new()
    {
        Id = "SKY1075",
        Key = "CognitoUserPoolMFA",
        Title = "User pool asks for a password alone",
        Message = "{0} does not require a second factor; set Mfa = Mfa.REQUIRED",
        Why = "Passwords are reused, guessed and phished. Whoever has one gets in, unless a second factor is asked for.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-COG2"], Guard = ["COGNITO_USER_POOL_MFA_CONFIGURATION_RULE"], Cwe = ["CWE-308"] },
        CfnProperties = ["MfaConfiguration"],
        Targets =
        [
            Target.Of(
                UserPool,
                Prop("Mfa").Is("REQUIRED"),
                Fix.SetAll(
                    "Require a second factor from an authenticator app",
                    ("Mfa", "Amazon.CDK.AWS.Cognito.Mfa.REQUIRED"),
                    ("MfaSecondFactor", "new Amazon.CDK.AWS.Cognito.MfaSecondFactor { Otp = true, Sms = false }"))),
            Target.Of(
                CfnUserPool,
                Prop("MfaConfiguration").Is("ON"),
                Fix.SetAll("Require a second factor from an authenticator app", ("MfaConfiguration", "\"ON\""), ("EnabledMfas", "new[] { \"SOFTWARE_TOKEN_MFA\" }"))),
        ],
    };

    public static readonly ConstructRule Guests = new()
    {
        Id = "SKY1076",
        Key = "CognitoUserPoolNoUnauthenticatedLogins",
        Title = "Identity pool gives AWS credentials to guests",
        Message = "{0} gives AWS credentials to everybody; set AllowUnauthenticatedIdentities = false",
        Why = "Everybody who knows the id of the pool, which stands in the application, gets credentials for the account without signing in. What the guest role may do, the whole internet may do.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-COG7"], Checkov = ["CKV_AWS_366"], Guard = ["COGNITO_ALLOW_UNAUTHENTICATED_IDENTITIES_RULE"], Cwe = ["CWE-306"] },
        CfnProperties = ["AllowUnauthenticatedIdentities"],
        Targets =
        [
            Target.Of(
                ["Amazon.CDK.AWS.Cognito.CfnIdentityPool", "Amazon.CDK.AWS.Cognito.Identitypool.IdentityPool"],
                Prop("AllowUnauthenticatedIdentities").IsFalse(),
                Fix.Set("AllowUnauthenticatedIdentities", "false")),
        ],
    };

    public static readonly ConstructRule PlusTier = new()
    {
        Id = "SKY1077",
        Key = "CognitoUserPoolPlusTier",
        Title = "User pool has no threat protection",
        Message = "{0} has no threat protection; set its feature plan to PLUS",
        Why = "The Plus plan recognises passwords that have leaked elsewhere and sign-ins from places that do not fit the user, and can ask for more or refuse.",
        NoFix = "The plan is paid for by the number of active users.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-COG8"], SecurityHub = ["Cognito.1"], Cwe = ["CWE-307"] },
        CfnProperties = ["UserPoolTier", "UserPoolAddOns"],
        Targets =
        [
            // Before there were plans, the same protection was asked for by its mode.
            Target.Of(UserPool, AnyOf(Prop("FeaturePlan").Is("PLUS"), Prop("AdvancedSecurityMode").IsOneOf(["ENFORCED", "AUDIT"]))),
            Target.Of(CfnUserPool, AnyOf(Prop("UserPoolTier").Is("PLUS"), Prop("UserPoolAddOns.AdvancedSecurityMode").IsOneOf(["ENFORCED", "AUDIT"]))),
        ],
    };

    public static readonly ConstructRule PasswordPolicy = new()
    {
        Id = "SKY1078",
        Key = "CognitoUserPoolStrongPasswordPolicy",
        Title = "Password policy of a user pool is weak or left unstated",
        Message = "The password policy of {0} is weak or left unstated; ask for 8 characters or more, upper case letters, digits and symbols",
        Why = "Short passwords of one kind of character are found by trying. A policy that stands in the code can be reviewed; what Cognito does by itself cannot.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-COG1"], Cwe = ["CWE-521"] },
        CfnProperties = ["Policies"],
        Targets =
        [
            Target.Of(UserPool, s_isLong, s_lengthAndKinds),
            Target.Of(
                UserPool,
                When(s_isLong, AllOf(Prop("PasswordPolicy.RequireUppercase").IsTrue(), Prop("PasswordPolicy.RequireDigits").IsTrue(), Prop("PasswordPolicy.RequireSymbols").IsTrue())),
                s_kinds),
            Target.Of(CfnUserPool, AllOf(
                Prop("Policies.PasswordPolicy.MinimumLength").IsAtLeast(ShortestPassword),
                Prop("Policies.PasswordPolicy.RequireUppercase").IsTrue(),
                Prop("Policies.PasswordPolicy.RequireNumbers").IsTrue(),
                Prop("Policies.PasswordPolicy.RequireSymbols").IsTrue())),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Mfa, Guests, PlusTier, PasswordPolicy];
}
