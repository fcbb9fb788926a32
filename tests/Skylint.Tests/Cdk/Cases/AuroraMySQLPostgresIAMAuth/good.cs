using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.AuroraMySQLPostgresIAMAuth;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new DatabaseCluster(scope, "Subject", new DatabaseClusterProps
        {
            Vpc = vpc,
            Engine = DatabaseClusterEngine.AuroraPostgres(new AuroraPostgresClusterEngineProps { Version = AuroraPostgresEngineVersion.VER_15_4 }),
            Writer = ClusterInstance.ServerlessV2("Writer"),
            StorageEncrypted = true,
            IamAuthentication = true,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnDBCluster(scope, "Subject", new CfnDBClusterProps
        {
            Engine = "aurora-postgresql",
            DbSubnetGroupName = "data",
            StorageEncrypted = true,
            EnableIamDatabaseAuthentication = true,
        });
    }
}
