using Amazon.CDK.AWS.Glue;
using Amazon.CDK.AWS.KMS;
using Constructs;

namespace Cases.GlueJobBookmarkEncrypted;

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
                JobBookmarksEncryption = new CfnSecurityConfiguration.JobBookmarksEncryptionProperty { JobBookmarksEncryptionMode = "CSE-KMS", KmsKeyArn = key.KeyArn },
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
