using Amazon.CDK.AWS.Glue;
using Constructs;

namespace Cases.GlueJobBookmarkEncrypted;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var security = new CfnSecurityConfiguration(scope, "Security", new CfnSecurityConfigurationProps
        {
            Name = "reports",
            EncryptionConfiguration = new CfnSecurityConfiguration.EncryptionConfigurationProperty
            {
                JobBookmarksEncryption = new CfnSecurityConfiguration.JobBookmarksEncryptionProperty { JobBookmarksEncryptionMode = "DISABLED" },
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
