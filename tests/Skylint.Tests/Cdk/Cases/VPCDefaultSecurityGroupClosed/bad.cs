using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.VPCDefaultSecurityGroupClosed;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Vpc(scope, "Subject", new VpcProps
        {
            MaxAzs = 2,
            RestrictDefaultSecurityGroup = false,
        });
    }
}
