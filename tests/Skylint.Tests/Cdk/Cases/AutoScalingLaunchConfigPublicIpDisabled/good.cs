using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.AutoScalingLaunchConfigPublicIpDisabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        new AutoScalingGroup(scope, "Subject", new AutoScalingGroupProps
        {
            Vpc = new Vpc(scope, "Network"),
            InstanceType = new InstanceType("t3.micro"),
            MachineImage = MachineImage.LatestAmazonLinux2023(),
            VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC },
            AssociatePublicIpAddress = false,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnLaunchConfiguration(scope, "Subject", new CfnLaunchConfigurationProps
        {
            ImageId = "ami-12345678",
            InstanceType = "t3.micro",
            AssociatePublicIpAddress = false,
        });
    }
}
