using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.RdsBackupRetentionShort;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new DatabaseInstance(scope, "Subject", new DatabaseInstanceProps
        {
            Vpc = vpc,
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_16 }),
            StorageEncrypted = true,
            BackupRetention = Duration.Days(1),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnDBInstance(scope, "Subject", new CfnDBInstanceProps
        {
            Engine = "postgres",
            DbInstanceClass = "db.t4g.medium",
            DbSubnetGroupName = "data",
            StorageEncrypted = true,
        });
    }
}

public static class BadCluster
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
        });
    }
}

public static class BadClusterL1
{
    public static void Build(Construct scope)
    {
        new CfnDBCluster(scope, "Subject", new CfnDBClusterProps
        {
            Engine = "aurora-mysql",
            DbSubnetGroupName = "data",
            StorageEncrypted = true,
            BackupRetentionPeriod = 3,
        });
    }
}
