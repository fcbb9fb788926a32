using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2EBSVolumeEncrypted;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Volume(scope, "Subject", new VolumeProps
        {
            AvailabilityZone = "eu-central-1a",
            Size = Size.Gibibytes(100),
            VolumeType = EbsDeviceVolumeType.GP3,
        });
    }
}
