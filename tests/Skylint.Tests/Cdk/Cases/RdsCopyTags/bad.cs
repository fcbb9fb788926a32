using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.RdsCopyTags;

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
            CopyTagsToSnapshot = false,
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

public static class BadClusterL1
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
