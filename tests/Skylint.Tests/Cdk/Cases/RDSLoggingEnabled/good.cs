using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.RDSLoggingEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new DatabaseInstance(scope, "Subject", new DatabaseInstanceProps
        {
            Vpc = vpc,
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_16 }),
            StorageEncrypted = true,
            CloudwatchLogsExports = new[] { "postgresql", "upgrade" },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnDBInstance(scope, "Subject", new CfnDBInstanceProps
        {
            Engine = "mariadb",
            DbInstanceClass = "db.t4g.medium",
            DbSubnetGroupName = "data",
            StorageEncrypted = true,
            EnableCloudwatchLogsExports = new[] { "audit", "error", "general", "slowquery" },
        });
    }
}

public static class GoodCluster
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
            CloudwatchLogsExports = new[] { "postgresql" },
        });
    }
}

public static class GoodClusterL1
{
    public static void Build(Construct scope)
    {
        new CfnDBCluster(scope, "Subject", new CfnDBClusterProps
        {
            Engine = "aurora-mysql",
            DbSubnetGroupName = "data",
            StorageEncrypted = true,
            EnableCloudwatchLogsExports = new[] { "error", "audit", "general", "slowquery" },
        });
    }
}
