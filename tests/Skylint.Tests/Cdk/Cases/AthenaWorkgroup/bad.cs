using Amazon.CDK.AWS.Athena;
using Constructs;

namespace Cases.AthenaWorkgroup;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnWorkGroup(scope, "Subject", new CfnWorkGroupProps
        {
            Name = "reports",
            WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty
            {
                ResultConfiguration = new CfnWorkGroup.ResultConfigurationProperty { OutputLocation = "s3://reports-results/" },
            },
        });
    }
}
