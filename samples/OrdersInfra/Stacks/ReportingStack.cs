using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.OpenSearchService;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace OrdersInfra.Stacks;

/// <summary>What the analysts use. Older than the rest, and taken over from another team.</summary>
public sealed class ReportingStack : Stack
{
    public ReportingStack(Construct scope, string id, NetworkStack network)
        : base(scope, id)
    {
        var engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_15 });
        _ = new DatabaseInstance(this, "Reports", new DatabaseInstanceProps
        {
            Engine = engine,
            Vpc = network.ToolsVpc,
            VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC },
            PubliclyAccessible = true,
            Credentials = Credentials.FromPassword("reports", SecretValue.UnsafePlainText("reports-for-all")),
        });

        _ = new CfnDBInstance(this, "Archive", new CfnDBInstanceProps
        {
            Engine = "postgres",
            DbInstanceClass = "db.t4g.medium",
            AllocatedStorage = "100",
            StorageEncrypted = true,
            MultiAz = true,
            DeletionProtection = true,
            PubliclyAccessible = false,
            BackupRetentionPeriod = 14,
            MasterUsername = "archive",
            MasterUserPassword = "archive-2019",
        });

        _ = new Domain(this, "Search", new DomainProps
        {
            Version = Amazon.CDK.AWS.OpenSearchService.EngineVersion.OPENSEARCH_2_13,
            Capacity = new CapacityConfig { DataNodes = 2, DataNodeInstanceType = "r6g.large.search", MultiAzWithStandbyEnabled = false },
            EnforceHttps = true,
            NodeToNodeEncryption = true,
        });
    }
}
