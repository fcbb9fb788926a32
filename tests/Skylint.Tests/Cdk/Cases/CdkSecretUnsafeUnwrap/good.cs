using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace Cases.CdkSecretUnsafeUnwrap;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Secret(scope, "Subject", new SecretProps
        {
            GenerateSecretString = new SecretStringGenerator { PasswordLength = 32, ExcludePunctuation = true },
        });
    }
}
