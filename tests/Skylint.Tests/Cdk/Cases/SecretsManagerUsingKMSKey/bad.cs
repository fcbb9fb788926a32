using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace Cases.SecretsManagerUsingKMSKey;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Secret(scope, "Subject");
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnSecret(scope, "Subject", new CfnSecretProps { GenerateSecretString = new CfnSecret.GenerateSecretStringProperty() });
    }
}
