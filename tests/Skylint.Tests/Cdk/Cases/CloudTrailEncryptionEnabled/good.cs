using Amazon.CDK.AWS.CloudTrail;
using Amazon.CDK.AWS.KMS;
using Constructs;

namespace Cases.CloudTrailEncryptionEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Trail(scope, "Subject", new TrailProps
        {
            TrailName = "account",
            EncryptionKey = new Key(scope, "Key", new KeyProps { EnableKeyRotation = true }),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnTrail(scope, "Subject", new CfnTrailProps
        {
            TrailName = "account",
            IsLogging = true,
            S3BucketName = "account-trail",
            KmsKeyId = "alias/trail",
        });
    }
}
