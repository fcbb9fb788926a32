using Amazon.CDK;
using Amazon.CDK.AWS.Backup;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2EBSInBackupPlan;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Volume(scope, "Subject", new VolumeProps
        {
            AvailabilityZone = "eu-central-1a",
            Size = Size.Gibibytes(100),
            Encrypted = true,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnVolume(scope, "Subject", new CfnVolumeProps
        {
            AvailabilityZone = "eu-central-1a",
            Size = 100,
            Encrypted = true,
        });
    }
}
