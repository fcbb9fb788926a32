using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.AuroraSingleInstance;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new DatabaseCluster(scope, "Subject", new DatabaseClusterProps
        {
            Vpc = vpc,
            Engine = DatabaseClusterEngine.AuroraMysql(new AuroraMysqlClusterEngineProps { Version = AuroraMysqlEngineVersion.VER_3_04_0 }),
            Writer = ClusterInstance.ServerlessV2("Writer"),
            StorageEncrypted = true,
        });
    }
}
