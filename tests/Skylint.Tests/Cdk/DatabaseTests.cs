using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Amazon DynamoDB, RDS and OpenSearch Service.</summary>
public sealed class DatabaseTests
{
    private static readonly StackSource s_stack = new("DynamoDB", "EC2", "KMS", "RDS");

    private const string Engine = "Engine = DatabaseInstanceEngine.MYSQL, Vpc = Vpc.FromLookup(this, \"V\", new VpcLookupOptions())";
    private const string ClusterEngine = "Engine = DatabaseClusterEngine.AuroraPostgres(new AuroraPostgresClusterEngineProps { Version = AuroraPostgresEngineVersion.VER_15_4 })";
    private const string Domain = "new Amazon.CDK.AWS.OpenSearchService.Domain(this, \"D\", new Amazon.CDK.AWS.OpenSearchService.DomainProps { Version = Amazon.CDK.AWS.OpenSearchService.EngineVersion.OPENSEARCH_2_5, ";
    private const string Table = "PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = \"id\", Type = AttributeType.STRING }";

    [Theory]
    [InlineData("SKY1014", "new Table(this, \"T\", new TableProps { " + Table + ", PointInTimeRecovery = false });")]
    [InlineData("SKY1014", "new TableV2(this, \"T\", new TablePropsV2 { " + Table + " });")]
    [InlineData("SKY1014", "new CfnTable(this, \"T\", new CfnTableProps { KeySchema = text });")]
    [InlineData("SKY1014", "new CfnGlobalTable(this, \"T\", new CfnGlobalTableProps { AttributeDefinitions = text, KeySchema = text, Replicas = new[] { new CfnGlobalTable.ReplicaSpecificationProperty { Region = \"eu-central-1\" } } });")]
    [InlineData("SKY1015", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + " });")]
    [InlineData("SKY1015", "new DatabaseCluster(this, \"D\", new DatabaseClusterProps { " + ClusterEngine + " });")]
    [InlineData("SKY1015", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"postgres\" });")]
    [InlineData("SKY1015", "new CfnDBCluster(this, \"D\", new CfnDBClusterProps { Engine = \"aurora-postgresql\" });")]
    [InlineData("SKY1016", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + ", PubliclyAccessible = true });")]
    [InlineData("SKY1016", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + ", VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC } });")]
    [InlineData("SKY1016", "new DatabaseCluster(this, \"D\", new DatabaseClusterProps { " + ClusterEngine + ", Writer = ClusterInstance.Provisioned(\"W\", new ProvisionedClusterInstanceProps { PubliclyAccessible = true }) });")]
    [InlineData("SKY1016", "new DatabaseCluster(this, \"D\", new DatabaseClusterProps { " + ClusterEngine + ", Writer = ClusterInstance.ServerlessV2(\"W\", new ServerlessV2ClusterInstanceProps { PubliclyAccessible = true }) });")]
    [InlineData("SKY1016", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"postgres\" });")]
    [InlineData("SKY1016", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"postgres\", DbSubnetGroupName = \"g\", PubliclyAccessible = true });")]
    [InlineData("SKY1017", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + " });")]
    [InlineData("SKY1017", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"postgres\", MultiAz = false });")]
    [InlineData("SKY1018", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + " });")]
    [InlineData("SKY1018", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + ", RemovalPolicy = RemovalPolicy.SNAPSHOT });")]
    [InlineData("SKY1018", "new DatabaseCluster(this, \"D\", new DatabaseClusterProps { " + ClusterEngine + ", DeletionProtection = false, RemovalPolicy = RemovalPolicy.RETAIN });")]
    [InlineData("SKY1018", "new CfnDBCluster(this, \"D\", new CfnDBClusterProps { Engine = \"aurora-postgresql\" });")]
    [InlineData("SKY1019", Domain + "EnforceHttps = true });")]
    [InlineData("SKY1019", Domain + "EncryptionAtRest = new Amazon.CDK.AWS.OpenSearchService.EncryptionAtRestOptions { Enabled = false } });")]
    [InlineData("SKY1019", "new Amazon.CDK.AWS.OpenSearchService.CfnDomain(this, \"D\");")]
    [InlineData("SKY1019", "new Amazon.CDK.AWS.Elasticsearch.CfnDomain(this, \"D\");")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1014", "new TableV2(this, \"T\", new TablePropsV2 { " + Table + ", PointInTimeRecovery = true });")]
    [InlineData("SKY1014", "Table.FromTableName(this, \"T\", text);")]
    [InlineData("SKY1014", "new CfnTable(this, \"T\", new CfnTableProps { KeySchema = text, PointInTimeRecoverySpecification = new CfnTable.PointInTimeRecoverySpecificationProperty { PointInTimeRecoveryEnabled = true } });")]
    [InlineData("SKY1014", "var t = new CfnTable(this, \"T\", new CfnTableProps { KeySchema = text }); t.PointInTimeRecoverySpecification = new CfnTable.PointInTimeRecoverySpecificationProperty { PointInTimeRecoveryEnabled = true };")]
    [InlineData("SKY1015", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + ", StorageEncryptionKey = new Key(this, \"K\") });")]
    // What is restored or replicated keeps the encryption it had, and an instance of a cluster has the cluster's.
    [InlineData("SKY1015", "new DatabaseInstanceFromSnapshot(this, \"D\", new DatabaseInstanceFromSnapshotProps { " + Engine + ", SnapshotIdentifier = \"s\" });")]
    [InlineData("SKY1015", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"aurora-mysql\" });")]
    [InlineData("SKY1015", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { DbClusterIdentifier = text });")]
    [InlineData("SKY1015", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { SourceDbInstanceIdentifier = \"s\" });")]
    [InlineData("SKY1015", "new CfnDBCluster(this, \"D\", new CfnDBClusterProps { Engine = \"aurora-postgresql\", SnapshotIdentifier = \"s\" });")]
    [InlineData("SKY1015", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = text });")]
    [InlineData("SKY1016", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + " });")]
    [InlineData("SKY1016", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + ", PubliclyAccessible = false, VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC } });")]
    [InlineData("SKY1016", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + ", VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_ISOLATED } });")]
    [InlineData("SKY1016", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"postgres\", DbSubnetGroupName = \"g\" });")]
    [InlineData("SKY1017", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + ", MultiAz = given });")]
    [InlineData("SKY1017", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"aurora\" });")]
    [InlineData("SKY1018", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + ", RemovalPolicy = RemovalPolicy.RETAIN });")]
    // Deletion is meant, which SKY1023 reports.
    [InlineData("SKY1018", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Engine + ", RemovalPolicy = RemovalPolicy.DESTROY });")]
    [InlineData("SKY1018", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"aurora-mysql\" });")]
    [InlineData("SKY1019", Domain + "EncryptionAtRest = new Amazon.CDK.AWS.OpenSearchService.EncryptionAtRestOptions { KmsKey = new Key(this, \"K\") } });")]
    [InlineData("SKY1019", Domain + "UseUnsignedBasicAuth = true });")]
    [InlineData("SKY1019", "new Amazon.CDK.AWS.OpenSearchService.CfnDomain(this, \"D\", new Amazon.CDK.AWS.OpenSearchService.CfnDomainProps { EncryptionAtRestOptions = new Amazon.CDK.AWS.OpenSearchService.CfnDomain.EncryptionAtRestOptionsProperty { Enabled = true } });")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Fact]
    public async Task Point_in_time_recovery_is_written_as_the_version_has_it()
    {
        const string Bad = "new Table(this, \"T\", new TableProps { " + Table + " });";
        await s_stack.Fix("SKY1014", Bad, "new Table(this, \"T\", new TableProps { " + Table + ", PointInTimeRecovery = true });", Refs.Cdk103);
        await s_stack.Fix("SKY1014", Bad, "new Table(this, \"T\", new TableProps { " + Table + ", PointInTimeRecoverySpecification = new PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = true } });", Refs.Cdk277);
        await s_stack.Silent("SKY1014", "new Table(this, \"T\", new TableProps { " + Table + ", PointInTimeRecoverySpecification = new PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = true } });", Refs.Cdk277);
    }

    [Fact]
    public Task An_instance_of_a_cluster_is_made_private_where_it_is_made() => s_stack.Fix(
        "SKY1016",
        "var writer = ClusterInstance.Provisioned(\"W\", new ProvisionedClusterInstanceProps { PubliclyAccessible = true });",
        "var writer = ClusterInstance.Provisioned(\"W\", new ProvisionedClusterInstanceProps { PubliclyAccessible = false });",
        Refs.Cdk);
}
