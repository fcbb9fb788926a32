using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.VPCSubnetAutoAssignPublicIpDisabled;

public static class GoodDefaultSubnets
{
    public static void Build(Construct scope)
    {
        new Vpc(scope, "Subject", new VpcProps { SubnetConfiguration = [new SubnetConfiguration { Name = "Data", SubnetType = SubnetType.PRIVATE_ISOLATED }] });
    }
}
