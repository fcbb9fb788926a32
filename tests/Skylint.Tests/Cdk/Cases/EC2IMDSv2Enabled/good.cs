using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2IMDSv2Enabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new Instance_(scope, "Subject", new InstanceProps
        {
            Vpc = vpc,
            InstanceType = InstanceType.Of(InstanceClass.T4G, InstanceSize.SMALL),
            MachineImage = MachineImage.LatestAmazonLinux2(),
            RequireImdsv2 = true,
        });
    }
}
