using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.AuroraMySQLLogging;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnDBCluster(scope, "Subject", new CfnDBClusterProps
        {
            Engine = "aurora-mysql",
            DbSubnetGroupName = "data",
            StorageEncrypted = true,
            EngineMode = "serverless",
            EnableCloudwatchLogsExports = new[] { "audit", "error", "general", "slowquery" },
        });
    }
}
