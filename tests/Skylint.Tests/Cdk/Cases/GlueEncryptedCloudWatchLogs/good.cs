using Amazon.CDK.AWS.Glue;
using Amazon.CDK.AWS.KMS;
using Constructs;

namespace Cases.GlueEncryptedCloudWatchLogs;

public static class Good
{
    public static void Build(Construct scope)
    {
        var key = new Key(scope, "Key", new KeyProps { EnableKeyRotation = true });
        var security = new CfnSecurityConfiguration(scope, "Security", new CfnSecurityConfigurationProps
        {
            Name = "reports",
            EncryptionConfiguration = new CfnSecurityConfiguration.EncryptionConfigurationProperty
            {
                CloudWatchEncryption = new CfnSecurityConfiguration.CloudWatchEncryptionProperty { CloudWatchEncryptionMode = "SSE-KMS", KmsKeyArn = key.KeyArn },
            },
        });
        new CfnJob(scope, "Subject", new CfnJobProps
        {
            Role = "arn:aws:iam::111122223333:role/reports",
            Command = new CfnJob.JobCommandProperty { Name = "glueetl", ScriptLocation = "s3://reports-code/join.py" },
            SecurityConfiguration = security.Ref,
        });
    }
}

public static class GoodCrawler
{
    public static void Build(Construct scope)
    {
        var key = new Key(scope, "Key", new KeyProps { EnableKeyRotation = true });
        var security = new CfnSecurityConfiguration(scope, "Security", new CfnSecurityConfigurationProps
        {
            Name = "reports",
            EncryptionConfiguration = new CfnSecurityConfiguration.EncryptionConfigurationProperty
            {
                CloudWatchEncryption = new CfnSecurityConfiguration.CloudWatchEncryptionProperty { CloudWatchEncryptionMode = "SSE-KMS", KmsKeyArn = key.KeyArn },
            },
        });
        new CfnCrawler(scope, "Subject", new CfnCrawlerProps
        {
            Role = "arn:aws:iam::111122223333:role/reports",
            DatabaseName = "reports",
            Targets = new CfnCrawler.TargetsProperty { S3Targets = new[] { new CfnCrawler.S3TargetProperty { Path = "s3://reports-data/orders" } } },
            CrawlerSecurityConfiguration = security.Ref,
        });
    }
}
