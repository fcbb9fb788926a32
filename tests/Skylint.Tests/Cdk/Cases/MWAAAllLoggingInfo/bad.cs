using Amazon.CDK.AWS.MWAA;
using Constructs;

namespace Cases.MWAAAllLoggingInfo;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnEnvironment(scope, "Subject", new CfnEnvironmentProps
        {
            Name = "reports",
        });
    }
}
