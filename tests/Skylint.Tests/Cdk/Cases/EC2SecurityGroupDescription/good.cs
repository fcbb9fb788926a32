using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2SecurityGroupDescription;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new SecurityGroup(scope, "Subject", new SecurityGroupProps
        {
            Vpc = vpc,
            Description = "Orders service: HTTPS from the load balancer",
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnSecurityGroup(scope, "Subject", new CfnSecurityGroupProps
        {
            VpcId = "vpc-0abc1234def567890",
            GroupDescription = "Orders service: HTTPS from the load balancer",
        });
    }
}
