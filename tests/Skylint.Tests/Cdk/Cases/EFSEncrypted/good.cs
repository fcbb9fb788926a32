using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.EFS;
using Constructs;

namespace Cases.EFSEncrypted;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new FileSystem(scope, "Subject", new FileSystemProps
        {
            Vpc = vpc,
            Encrypted = true,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnFileSystem(scope, "Subject", new CfnFileSystemProps
        {
            PerformanceMode = "generalPurpose",
            Encrypted = true,
        });
    }
}
