using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.VPCNoUnrestrictedRouteToIGW;

public static class GoodPublicSubnets
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Subject", new VpcProps { SubnetConfiguration = [new SubnetConfiguration { Name = "Data", SubnetType = SubnetType.PRIVATE_ISOLATED }] });
        ((PrivateSubnet)vpc.IsolatedSubnets[0]).AddRoute("Office", new AddRouteOptions { RouterType = RouterType.GATEWAY, RouterId = "vgw-0abc1234def567890", DestinationCidrBlock = "10.1.0.0/16" });
    }
}
