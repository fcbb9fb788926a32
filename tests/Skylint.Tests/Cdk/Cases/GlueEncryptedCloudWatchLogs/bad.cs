using Amazon.CDK.AWS.Glue;
using Constructs;

namespace Cases.GlueEncryptedCloudWatchLogs;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var security = new CfnSecurityConfiguration(scope, "Security", new CfnSecurityConfigurationProps
        {
            Name = "reports",
            EncryptionConfiguration = new CfnSecurityConfiguration.EncryptionConfigurationProperty
            {
                CloudWatchEncryption = new CfnSecurityConfiguration.CloudWatchEncryptionProperty { CloudWatchEncryptionMode = "DISABLED" },
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

public static class BadCrawler
{
    public static void Build(Construct scope)
    {
        new CfnCrawler(scope, "Subject", new CfnCrawlerProps
        {
            Role = "arn:aws:iam::111122223333:role/reports",
            DatabaseName = "reports",
            Targets = new CfnCrawler.TargetsProperty { S3Targets = new[] { new CfnCrawler.S3TargetProperty { Path = "s3://reports-data/orders" } } },
        });
    }
}
