using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2InstanceDetailedMonitoringEnabled;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new Instance_(scope, "Subject", new InstanceProps
        {
            Vpc = vpc,
            InstanceType = InstanceType.Of(InstanceClass.T3, InstanceSize.SMALL),
            MachineImage = MachineImage.LatestAmazonLinux2023(),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnInstance(scope, "Subject", new CfnInstanceProps
        {
            ImageId = "ami-0abcdef1234567890",
            InstanceType = "t3.small",
        });
    }
}
