using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Advice about databases, streams, queues and backups that no compliance pack asks for.</summary>
public sealed class DataAdviceTests
{
    private static readonly StackSource s_stack = new("EC2", "RDS");

    private const string MySql = "Engine = DatabaseInstanceEngine.MYSQL, Vpc = null!";
    private const string Postgres14 = "Vpc = null!, Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_14_9 })";
    private const string Postgres16 = "Vpc = null!, Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_16 })";
    private const string On = "new System.Collections.Generic.Dictionary<string, string> { [\"require_secure_transport\"] = \"ON\" }";
    private const string Off = "new System.Collections.Generic.Dictionary<string, string> { [\"require_secure_transport\"] = \"OFF\" }";
    private const string Group = "new ParameterGroup(this, \"G\", new ParameterGroupProps { Engine = DatabaseInstanceEngine.MYSQL";
    private const string Queue = "new Amazon.CDK.AWS.SQS.Queue(this, \"Q\")";
    private const string Search = "new Amazon.CDK.AWS.OpenSearchService.Domain(this, \"D\", new Amazon.CDK.AWS.OpenSearchService.DomainProps { Version = Amazon.CDK.AWS.OpenSearchService.EngineVersion.OPENSEARCH_2_5";
    private const string Lustre = "new Amazon.CDK.AWS.FSx.CfnFileSystem(this, \"F\", new Amazon.CDK.AWS.FSx.CfnFileSystemProps { FileSystemType = \"LUSTRE\", SubnetIds = new[] { text }, LustreConfiguration = new Amazon.CDK.AWS.FSx.CfnFileSystem.LustreConfigurationProperty { ";
    private const string Endpoint = "new Amazon.CDK.AWS.DMS.CfnEndpoint(this, \"E\", new Amazon.CDK.AWS.DMS.CfnEndpointProps { EndpointType = \"source\", EngineName = ";
    private const string Writer = "new DatabaseCluster(this, \"C\", new DatabaseClusterProps { Engine = DatabaseClusterEngine.AURORA_MYSQL, Vpc = null!, Writer = ClusterInstance.ServerlessV2(\"W\")";
    private const string Redshift = "new Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStream(this, \"F\", new Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStreamProps { RedshiftDestinationConfiguration = new Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStream.RedshiftDestinationConfigurationProperty { Password = ";

    [Theory]
    [InlineData("SKY1223", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + " });")]
    [InlineData("SKY1224", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", StorageType = StorageType.STANDARD });")]
    [InlineData("SKY1224", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", Iops = 3000 });")]
    [InlineData("SKY1225", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Postgres14 + " });")]
    [InlineData("SKY1225", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", Parameters = " + Off + " });")]
    [InlineData("SKY1225", Group + ", Parameters = " + Off + " });")]
    [InlineData("SKY1225", Group + " });")]
    [InlineData("SKY1225", "new CfnDBParameterGroup(this, \"G\", new CfnDBParameterGroupProps { Description = \"d\", Family = \"postgres16\", Parameters = new System.Collections.Generic.Dictionary<string, object> { [\"rds.force_ssl\"] = \"0\" } });")]
    [InlineData("SKY1226", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"postgres\" });")]
    [InlineData("SKY1228", "new DatabaseCluster(this, \"C\", new DatabaseClusterProps { Engine = DatabaseClusterEngine.AURORA_MYSQL, Instances = 1, InstanceProps = null! });")]
    [InlineData("SKY1229", Search + ", EnforceHttps = true, TlsSecurityPolicy = Amazon.CDK.AWS.OpenSearchService.TLSSecurityPolicy.TLS_1_0 });")]
    [InlineData("SKY1231", Lustre + "DeploymentType = \"PERSISTENT_2\" } });")]
    [InlineData("SKY1235", Redshift + "\"correct-horse\" } });")]
    [InlineData("SKY1237", Endpoint + "\"mysql\", SslMode = \"none\" });")]
    [InlineData("SKY1240", "var q = " + Queue + "; q.GrantConsumeMessages(null!);")]
    [InlineData("SKY1241", "new Amazon.CDK.AWS.StepFunctions.StateMachine(this, \"M\", new Amazon.CDK.AWS.StepFunctions.StateMachineProps { Definition = new Amazon.CDK.AWS.StepFunctions.Pass(this, \"P\") });")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    // No backups at all are SKY1208's concern.
    [InlineData("SKY1223", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", BackupRetention = Duration.Days(0) });")]
    [InlineData("SKY1223", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", BackupRetention = Duration.Days(given ? 14 : 30) });")]
    [InlineData("SKY1223", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { DbClusterIdentifier = text });")]
    [InlineData("SKY1224", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", StorageType = StorageType.IO1 });")]
    [InlineData("SKY1224", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"postgres\" });")]
    // From PostgreSQL 15 on the service requires TLS by itself.
    [InlineData("SKY1225", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + Postgres16 + " });")]
    [InlineData("SKY1225", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", Parameters = " + On + " });")]
    [InlineData("SKY1225", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", ParameterGroup = ParameterGroup.FromParameterGroupName(this, \"G\", text) });")]
    [InlineData("SKY1225", "var g = " + Group + " }); g.AddParameter(\"require_secure_transport\", \"ON\");")]
    [InlineData("SKY1225", Group + ", Parameters = " + On + " });")]
    [InlineData("SKY1226", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + " });")]
    // SQL Server signs in through a directory.
    [InlineData("SKY1227", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { Vpc = null!, Engine = DatabaseInstanceEngine.SQL_SERVER_EX });")]
    [InlineData("SKY1228", "new DatabaseCluster(this, \"C\", new DatabaseClusterProps { Engine = DatabaseClusterEngine.AURORA_MYSQL, InstanceProps = null! });")]
    [InlineData("SKY1228", "var c = " + Writer + " }); new CfnDBInstance(this, \"R\", new CfnDBInstanceProps { DbClusterIdentifier = c.ClusterIdentifier });")]
    [InlineData("SKY1228", Writer + ", Readers = new[] { ClusterInstance.ServerlessV2(\"R\") } });")]
    [InlineData("SKY1229", Search + ", UseUnsignedBasicAuth = true });")]
    [InlineData("SKY1229", Search + ", EnforceHttps = given });")]
    [InlineData("SKY1231", Lustre + "DeploymentType = \"SCRATCH_2\" } });")]
    [InlineData("SKY1231", Lustre + "DeploymentType = \"PERSISTENT_1\", ImportPath = \"s3://data\" } });")]
    [InlineData("SKY1235", Redshift + "SecretValue.SecretsManager(\"s\").UnsafeUnwrap() } });")]
    [InlineData("SKY1237", Endpoint + "\"s3\" });")]
    [InlineData("SKY1238", "new Amazon.CDK.AWS.MSK.CfnCluster(this, \"K\", new Amazon.CDK.AWS.MSK.CfnClusterProps { ClusterName = \"k\", KafkaVersion = \"3.6.0\", NumberOfBrokerNodes = 3, BrokerNodeGroupInfo = new Amazon.CDK.AWS.MSK.CfnCluster.BrokerNodeGroupInfoProperty() });")]
    // Lambda polls long whatever the queue says, and nobody polls a dead-letter queue.
    [InlineData("SKY1240", "var q = " + Queue + "; new Amazon.CDK.AWS.Lambda.EventSources.SqsEventSource(q);")]
    [InlineData("SKY1240", "var orderDlq = " + Queue + ";")]
    [InlineData("SKY1241", "new Amazon.CDK.AWS.StepFunctions.StateMachine(this, \"M\", new Amazon.CDK.AWS.StepFunctions.StateMachineProps { StateMachineType = Amazon.CDK.AWS.StepFunctions.StateMachineType.EXPRESS, Definition = new Amazon.CDK.AWS.StepFunctions.Pass(this, \"P\") });")]
    [InlineData("SKY1241", "new Amazon.CDK.AWS.StepFunctions.StateMachine(this, \"M\", new Amazon.CDK.AWS.StepFunctions.StateMachineProps { DefinitionBody = Amazon.CDK.AWS.StepFunctions.DefinitionBody.FromFile(\"m.asl.json\") });")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task Parameters_that_are_there_are_not_replaced() => s_stack.NoFix(
        "SKY1225",
        "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", Parameters = new System.Collections.Generic.Dictionary<string, string> { [\"max_connections\"] = \"100\" } });",
        Refs.Cdk);
}
