using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.VPCSubnetAutoAssignPublicIpDisabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Vpc(scope, "Subject", new VpcProps
        {
            NatGateways = 0,
            SubnetConfiguration = new[]
            {
                new SubnetConfiguration { Name = "Entrance", SubnetType = SubnetType.PUBLIC, MapPublicIpOnLaunch = false },
                new SubnetConfiguration { Name = "Data", SubnetType = SubnetType.PRIVATE_ISOLATED },
            },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnSubnet(scope, "Subject", new CfnSubnetProps
        {
            VpcId = "vpc-0abc1234def567890",
            CidrBlock = "10.0.1.0/24",
            MapPublicIpOnLaunch = false,
        });
    }
}
