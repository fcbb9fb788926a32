using Amazon.CDK.AWS.Backup;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.RDSInBackupPlan;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        var database = new DatabaseInstance(scope, "Subject", new DatabaseInstanceProps
        {
            Vpc = vpc,
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_16 }),
            StorageEncrypted = true,
        });

        var plan = BackupPlan.Daily35DayRetention(scope, "Plan");
        plan.AddSelection("Databases", new BackupSelectionOptions
        {
            Resources = new[] { BackupResource.FromRdsDatabaseInstance(database) },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var database = new CfnDBInstance(scope, "Subject", new CfnDBInstanceProps
        {
            Engine = "postgres",
            DbInstanceClass = "db.t4g.medium",
            DbSubnetGroupName = "data",
            StorageEncrypted = true,
        });

        var plan = BackupPlan.Daily35DayRetention(scope, "Plan");
        plan.AddSelection("Databases", new BackupSelectionOptions
        {
            Resources = new[] { BackupResource.FromArn(database.AttrDbInstanceArn) },
        });
    }
}
