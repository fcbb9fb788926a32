using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.RdsRequireTls;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new DatabaseInstance(scope, "Subject", new DatabaseInstanceProps
        {
            Vpc = vpc,
            Engine = DatabaseInstanceEngine.Mysql(new MySqlInstanceEngineProps { Version = MysqlEngineVersion.VER_8_0_39 }),
            StorageEncrypted = true,
            Parameters = new Dictionary<string, string> { ["require_secure_transport"] = "ON" },
        });
    }
}

public static class GoodGroup
{
    public static void Build(Construct scope)
    {
        new ParameterGroup(scope, "Subject", new ParameterGroupProps
        {
            Engine = DatabaseClusterEngine.AuroraPostgres(new AuroraPostgresClusterEngineProps { Version = AuroraPostgresEngineVersion.VER_14_9 }),
            Description = "Orders",
            Parameters = new Dictionary<string, string> { ["rds.force_ssl"] = "1" },
        });
    }
}
