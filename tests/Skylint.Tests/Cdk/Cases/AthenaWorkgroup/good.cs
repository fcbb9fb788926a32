using Amazon.CDK.AWS.Athena;
using Constructs;

namespace Cases.AthenaWorkgroup;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnWorkGroup(scope, "Subject", new CfnWorkGroupProps
        {
            Name = "reports",
            WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty
            {
                ResultConfiguration = new CfnWorkGroup.ResultConfigurationProperty { OutputLocation = "s3://reports-results/", EncryptionConfiguration = new CfnWorkGroup.EncryptionConfigurationProperty { EncryptionOption = "SSE_S3" } },
                EnforceWorkGroupConfiguration = true,
            },
        });
    }
}
