using Amazon.CDK.AWS.Transfer;
using Constructs;

namespace Cases.TransferPublic;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnServer(scope, "Subject", new CfnServerProps
        {
            Protocols = new[] { "SFTP" },
            EndpointType = "VPC",
            EndpointDetails = new CfnServer.EndpointDetailsProperty { VpcId = "vpc-0a1b2c3d", SubnetIds = new[] { "subnet-0a1b2c3d" } },
        });
    }
}
