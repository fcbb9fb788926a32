using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.VPCNoUnrestrictedRouteToIGW;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var subnet = new PrivateSubnet(scope, "Subject", new PrivateSubnetProps
        {
            VpcId = "vpc-0abc1234def567890",
            AvailabilityZone = "eu-central-1a",
            CidrBlock = "10.0.1.0/24",
        });
        subnet.AddRoute("Out", new AddRouteOptions { RouterType = RouterType.GATEWAY, RouterId = "igw-0abc1234def567890" });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        var gateway = new CfnInternetGateway(scope, "Gateway");
        new CfnRoute(scope, "Subject", new CfnRouteProps
        {
            RouteTableId = "rtb-0abc1234def567890",
            GatewayId = gateway.Ref,
            DestinationCidrBlock = "0.0.0.0/0",
        });
    }
}
