using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace Cases.SecretsManagerRotationEnabled;

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
