using Amazon.CDK;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace Cases.CdkSecretUnsafeUnwrap;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Secret(scope, "Subject", new SecretProps
        {
            SecretStringValue = SecretValue.UnsafePlainText("correct-horse-battery"),
        });
    }
}
