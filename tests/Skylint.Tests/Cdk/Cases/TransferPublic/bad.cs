using Amazon.CDK.AWS.Transfer;
using Constructs;

namespace Cases.TransferPublic;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnServer(scope, "Subject", new CfnServerProps
        {
            Protocols = new[] { "SFTP" },
        });
    }
}
