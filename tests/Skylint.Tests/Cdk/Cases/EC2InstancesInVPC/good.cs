using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2InstancesInVPC;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnInstance(scope, "Subject", new CfnInstanceProps
        {
            ImageId = "ami-0abcdef1234567890",
            InstanceType = "t3.small",
            SubnetId = "subnet-0abc1234def567890",
        });
    }
}
