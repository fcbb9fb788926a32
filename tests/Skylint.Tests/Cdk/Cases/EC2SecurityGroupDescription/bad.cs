using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2SecurityGroupDescription;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new SecurityGroup(scope, "Subject", new SecurityGroupProps
        {
            Vpc = vpc,
            Description = "x",
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnSecurityGroup(scope, "Subject", new CfnSecurityGroupProps
        {
            VpcId = "vpc-0abc1234def567890",
            GroupDescription = "-",
        });
    }
}
