using Amazon.CDK;
using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.AutoScalingGroupCooldownPeriod;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new AutoScalingGroup(scope, "Subject", new AutoScalingGroupProps
        {
            Vpc = new Vpc(scope, "Network"),
            InstanceType = new InstanceType("t3.micro"),
            MachineImage = MachineImage.LatestAmazonLinux2023(),
            Cooldown = Duration.Seconds(0),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnAutoScalingGroup(scope, "Subject", new CfnAutoScalingGroupProps
        {
            MinSize = "1",
            MaxSize = "3",
            AvailabilityZones = new[] { "eu-central-1a" },
            Cooldown = "0",
        });
    }
}
