using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.AuroraMySQLBacktrack;

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

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnDBCluster(scope, "Subject", new CfnDBClusterProps
        {
            Engine = "aurora-mysql",
            DbSubnetGroupName = "data",
            StorageEncrypted = true,
        });
    }
}
