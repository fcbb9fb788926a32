using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2EBSOptimizedInstance;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new Instance_(scope, "Subject", new InstanceProps
        {
            Vpc = vpc,
            InstanceType = InstanceType.Of(InstanceClass.M3, InstanceSize.XLARGE),
            MachineImage = MachineImage.LatestAmazonLinux2023(),
            EbsOptimized = true,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnInstance(scope, "Subject", new CfnInstanceProps
        {
            ImageId = "ami-0abcdef1234567890",
            InstanceType = "m3.xlarge",
            EbsOptimized = true,
        });
    }
}
