using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.AutoScalingLaunchConfigPublicIpDisabled;

public static class GoodUnset
{
    public static void Build(Construct scope)
    {
        new AutoScalingGroup(scope, "Subject", new AutoScalingGroupProps
        {
            Vpc = new Vpc(scope, "Network"),
            InstanceType = new InstanceType("t3.micro"),
            MachineImage = MachineImage.LatestAmazonLinux2023(),
            AssociatePublicIpAddress = false,
        });
    }
}
