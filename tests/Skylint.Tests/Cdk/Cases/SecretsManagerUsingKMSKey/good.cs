using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace Cases.SecretsManagerUsingKMSKey;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Secret(scope, "Subject", new SecretProps { EncryptionKey = new Key(scope, "SubjectKey", new KeyProps { EnableKeyRotation = true }) });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnSecret(scope, "Subject", new CfnSecretProps { GenerateSecretString = new CfnSecret.GenerateSecretStringProperty(), KmsKeyId = new Key(scope, "SubjectKey", new KeyProps { EnableKeyRotation = true }).KeyArn });
    }
}
