using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.VPCSubnetAutoAssignPublicIpDisabled;

public static class BadDefaultSubnets
{
    public static void Build(Construct scope)
    {
        new Vpc(scope, "Subject");
    }
}
