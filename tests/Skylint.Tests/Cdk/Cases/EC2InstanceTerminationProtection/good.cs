using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2InstanceTerminationProtection;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnInstance(scope, "Subject", new CfnInstanceProps
        {
            ImageId = "ami-0abcdef1234567890",
            InstanceType = "t3.small",
            DisableApiTermination = true,
        });
    }
}
