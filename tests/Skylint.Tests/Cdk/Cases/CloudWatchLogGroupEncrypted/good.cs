using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.CloudWatchLogGroupEncrypted;

public static class Good
{
    public static void Build(Construct scope)
    {
        new LogGroup(scope, "Subject", new LogGroupProps
        {
            LogGroupName = "/orders/audit",
            EncryptionKey = new Key(scope, "Key", new KeyProps { EnableKeyRotation = true }),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnLogGroup(scope, "Subject", new CfnLogGroupProps
        {
            LogGroupName = "/orders/audit",
            KmsKeyId = "arn:aws:kms:eu-central-1:111122223333:key/a1b2",
        });
    }
}
