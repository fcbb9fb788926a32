using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.FSx;
using Constructs;

namespace Cases.FsxBackup;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new LustreFileSystem(scope, "Subject", new LustreFileSystemProps
        {
            Vpc = vpc,
            VpcSubnet = vpc.PrivateSubnets[0],
            StorageCapacityGiB = 1200,
            LustreConfiguration = new LustreConfiguration { DeploymentType = LustreDeploymentType.PERSISTENT_2, PerUnitStorageThroughput = 125 },
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnFileSystem(scope, "Subject", new CfnFileSystemProps
        {
            FileSystemType = "WINDOWS",
            SubnetIds = new[] { "subnet-0a1b2c3d" },
            StorageCapacity = 300,
            WindowsConfiguration = new CfnFileSystem.WindowsConfigurationProperty { ThroughputCapacity = 32, AutomaticBackupRetentionDays = 0 },
        });
    }
}
