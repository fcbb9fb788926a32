using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Caches, streams, graphs, documents, batches: services whose constructs are mostly L1.</summary>
public sealed class DataServiceTests
{
    private static readonly StackSource s_stack = new();

    private const string Cache = "new Amazon.CDK.AWS.ElastiCache.CfnReplicationGroup(this, \"R\", new Amazon.CDK.AWS.ElastiCache.CfnReplicationGroupProps { ReplicationGroupDescription = \"d\"";
    private const string Node = "new Amazon.CDK.AWS.ElastiCache.CfnCacheCluster(this, \"R\", new Amazon.CDK.AWS.ElastiCache.CfnCacheClusterProps { CacheNodeType = \"t\", NumCacheNodes = 1";
    private const string Documents = "new Amazon.CDK.AWS.DocDB.CfnDBCluster(this, \"D\", new Amazon.CDK.AWS.DocDB.CfnDBClusterProps { ";
    private const string Graph = "new Amazon.CDK.AWS.Neptune.CfnDBCluster(this, \"D\", new Amazon.CDK.AWS.Neptune.CfnDBClusterProps { ";
    private const string Environment = "new Amazon.CDK.AWS.ElasticBeanstalk.CfnEnvironment(this, \"E\", new Amazon.CDK.AWS.ElasticBeanstalk.CfnEnvironmentProps { ApplicationName = \"a\"";
    private const string Enhanced = "{ Namespace = \"aws:elasticbeanstalk:healthreporting:system\", OptionName = \"SystemType\", Value = \"enhanced\" }";
    private const string Job = "new Amazon.CDK.AWS.Glue.CfnJob(this, \"J\", new Amazon.CDK.AWS.Glue.CfnJobProps { Role = text, Command = new Amazon.CDK.AWS.Glue.CfnJob.JobCommandProperty()";
    private const string Delivery = "new Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStream(this, \"F\", new Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStreamProps { ";
    private const string Flink = "new Amazon.CDK.AWS.KinesisAnalyticsV2.CfnApplication(this, \"A\", new Amazon.CDK.AWS.KinesisAnalyticsV2.CfnApplicationProps { ServiceExecutionRole = text, RuntimeEnvironment = \"FLINK-1_18\"";
    private const string Kafka = "new Amazon.CDK.AWS.MSK.CfnCluster(this, \"K\", new Amazon.CDK.AWS.MSK.CfnClusterProps { ClusterName = \"k\", KafkaVersion = \"3.6.0\", NumberOfBrokerNodes = 3, BrokerNodeGroupInfo = new Amazon.CDK.AWS.MSK.CfnCluster.BrokerNodeGroupInfoProperty()";

    [Theory]
    [InlineData("SKY1160", "new Amazon.CDK.AWS.DMS.CfnReplicationInstance(this, \"D\", new Amazon.CDK.AWS.DMS.CfnReplicationInstanceProps { ReplicationInstanceClass = \"c\", PubliclyAccessible = true });")]
    [InlineData("SKY1165", Documents + "MasterUserPassword = \"correct-horse\" });")]
    [InlineData("SKY1166", Cache + ", CacheSubnetGroupName = \"\" });")]
    [InlineData("SKY1168", Node + ", Engine = \"valkey\", SnapshotRetentionLimit = 1 });")]
    [InlineData("SKY1169", Cache + ", AtRestEncryptionEnabled = true, TransitEncryptionEnabled = false });")]
    [InlineData("SKY1173", Environment + ", TemplateName = new Amazon.CDK.AWS.ElasticBeanstalk.CfnConfigurationTemplate(this, \"T\", new Amazon.CDK.AWS.ElasticBeanstalk.CfnConfigurationTemplateProps { ApplicationName = \"a\" }).Ref });")]
    [InlineData("SKY1176", "new Amazon.CDK.AWS.EMR.CfnCluster(this, \"E\", new Amazon.CDK.AWS.EMR.CfnClusterProps { Name = text, JobFlowRole = text, ServiceRole = text, Instances = new Amazon.CDK.AWS.EMR.CfnCluster.JobFlowInstancesConfigProperty() });")]
    [InlineData("SKY1181", Job + " });")]
    [InlineData("SKY1182", Job + ", SecurityConfiguration = new Amazon.CDK.AWS.Glue.CfnSecurityConfiguration(this, \"S\", new Amazon.CDK.AWS.Glue.CfnSecurityConfigurationProps { Name = \"s\", EncryptionConfiguration = new Amazon.CDK.AWS.Glue.CfnSecurityConfiguration.EncryptionConfigurationProperty() }).Ref });")]
    [InlineData("SKY1183", Flink + ", ApplicationConfiguration = new Amazon.CDK.AWS.KinesisAnalyticsV2.CfnApplication.ApplicationConfigurationProperty { FlinkApplicationConfiguration = new Amazon.CDK.AWS.KinesisAnalyticsV2.CfnApplication.FlinkApplicationConfigurationProperty { CheckpointConfiguration = new Amazon.CDK.AWS.KinesisAnalyticsV2.CfnApplication.CheckpointConfigurationProperty { ConfigurationType = \"CUSTOM\" } } } });")]
    [InlineData("SKY1184", Delivery + "DeliveryStreamType = \"DirectPut\" });")]
    [InlineData("SKY1185", "new Amazon.CDK.AWS.Kinesis.CfnStream(this, \"S\");")]
    [InlineData("SKY1186", Kafka + ", LoggingInfo = new Amazon.CDK.AWS.MSK.CfnCluster.LoggingInfoProperty { BrokerLogs = new Amazon.CDK.AWS.MSK.CfnCluster.BrokerLogsProperty { S3 = new Amazon.CDK.AWS.MSK.CfnCluster.S3Property { Enabled = false } } } });")]
    [InlineData("SKY1188", Kafka + ", EncryptionInfo = new Amazon.CDK.AWS.MSK.CfnCluster.EncryptionInfoProperty { EncryptionInTransit = new Amazon.CDK.AWS.MSK.CfnCluster.EncryptionInTransitProperty { ClientBroker = \"PLAINTEXT\" } } });")]
    [InlineData("SKY1193", Graph + "DbSubnetGroupName = \"g\", AvailabilityZones = new[] { \"a\" } });")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1160", "new Amazon.CDK.AWS.DMS.CfnReplicationInstance(this, \"D\", new Amazon.CDK.AWS.DMS.CfnReplicationInstanceProps { ReplicationInstanceClass = \"c\", PubliclyAccessible = given });")]
    [InlineData("SKY1161", "new Amazon.CDK.AWS.DocDB.DatabaseCluster(this, \"D\", new Amazon.CDK.AWS.DocDB.DatabaseClusterProps { Vpc = null!, InstanceType = null!, MasterUser = null!, Backup = new Amazon.CDK.AWS.DocDB.BackupProps { Retention = Duration.Days(30) } });")]
    [InlineData("SKY1162", "new Amazon.CDK.AWS.DocDB.DatabaseCluster(this, \"D\", new Amazon.CDK.AWS.DocDB.DatabaseClusterProps { Vpc = null!, InstanceType = null!, MasterUser = null! });")]
    // What is restored keeps what it had.
    [InlineData("SKY1162", Documents + "SnapshotIdentifier = \"s\" });")]
    [InlineData("SKY1191", Graph + "SnapshotIdentifier = \"s\" });")]
    [InlineData("SKY1165", Documents + "MasterUserPassword = SecretValue.SecretsManager(\"s\").ToString() });")]
    [InlineData("SKY1165", Documents + "MasterUserPassword = new Amazon.CDK.AWS.SecretsManager.Secret(this, \"S\").SecretValueFromJson(\"password\").UnsafeUnwrap() });")]
    [InlineData("SKY1165", Documents + "MasterUserPassword = text });")]
    [InlineData("SKY1167", Node + ", Engine = \"redis\", Port = 11211 });")]
    [InlineData("SKY1168", Node + ", Engine = \"memcached\" });")]
    [InlineData("SKY1169", Cache + ", GlobalReplicationGroupId = \"g\" });")]
    [InlineData("SKY1171", Cache + ", UserGroupIds = new[] { \"users\" } });")]
    [InlineData("SKY1173", Environment + ", TemplateName = new Amazon.CDK.AWS.ElasticBeanstalk.CfnConfigurationTemplate(this, \"T\", new Amazon.CDK.AWS.ElasticBeanstalk.CfnConfigurationTemplateProps { ApplicationName = \"a\", OptionSettings = new[] { new Amazon.CDK.AWS.ElasticBeanstalk.CfnConfigurationTemplate.ConfigurationOptionSettingProperty " + Enhanced + " } }).Ref });")]
    // A saved configuration that the code does not show, and settings that it computes.
    [InlineData("SKY1173", Environment + ", TemplateName = \"saved\" });")]
    [InlineData("SKY1173", "var settings = new System.Collections.Generic.List<Amazon.CDK.AWS.ElasticBeanstalk.CfnEnvironment.OptionSettingProperty>(); Fill(settings); " + Environment + ", OptionSettings = settings.ToArray() }); void Fill(System.Collections.IList list) => list.Add(new Amazon.CDK.AWS.ElasticBeanstalk.CfnEnvironment.OptionSettingProperty " + Enhanced + ");")]
    [InlineData("SKY1176", "new Amazon.CDK.AWS.EMR.CfnCluster(this, \"E\", new Amazon.CDK.AWS.EMR.CfnClusterProps { Name = text, JobFlowRole = text, ServiceRole = text, Instances = new Amazon.CDK.AWS.EMR.CfnCluster.JobFlowInstancesConfigProperty { Ec2KeyName = text } });")]
    [InlineData("SKY1177", "new Amazon.CDK.AWS.EMR.CfnCluster(this, \"E\", new Amazon.CDK.AWS.EMR.CfnClusterProps { Name = text, JobFlowRole = text, ServiceRole = text, Instances = new Amazon.CDK.AWS.EMR.CfnCluster.JobFlowInstancesConfigProperty(), SecurityConfiguration = \"shared\" });")]
    // Settings read from a file.
    [InlineData("SKY1177", "var s = new Amazon.CDK.AWS.EMR.CfnSecurityConfiguration(this, \"S\", new Amazon.CDK.AWS.EMR.CfnSecurityConfigurationProps { SecurityConfiguration = System.IO.File.ReadAllText(\"s.json\") }); new Amazon.CDK.AWS.EMR.CfnCluster(this, \"E\", new Amazon.CDK.AWS.EMR.CfnClusterProps { Name = text, JobFlowRole = text, ServiceRole = text, Instances = new Amazon.CDK.AWS.EMR.CfnCluster.JobFlowInstancesConfigProperty(), SecurityConfiguration = s.Ref });")]
    [InlineData("SKY1181", Job + ", SecurityConfiguration = \"shared\" });")]
    // Left out, the service takes checkpoints; SQL applications have none.
    [InlineData("SKY1183", Flink + " });")]
    [InlineData("SKY1183", "new Amazon.CDK.AWS.KinesisAnalyticsV2.CfnApplication(this, \"A\", new Amazon.CDK.AWS.KinesisAnalyticsV2.CfnApplicationProps { ServiceExecutionRole = text, RuntimeEnvironment = \"SQL-1_0\" });")]
    // What is read from a stream is encrypted there.
    [InlineData("SKY1184", Delivery + "DeliveryStreamType = \"KinesisStreamAsSource\" });")]
    [InlineData("SKY1184", Delivery + "KinesisStreamSourceConfiguration = new Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStream.KinesisStreamSourceConfigurationProperty() });")]
    [InlineData("SKY1185", "new Amazon.CDK.AWS.Kinesis.Stream(this, \"S\");")]
    [InlineData("SKY1185", "Amazon.CDK.AWS.Kinesis.Stream.FromStreamArn(this, \"S\", text);")]
    [InlineData("SKY1187", Kafka + " });")]
    [InlineData("SKY1188", Kafka + ", EncryptionInfo = new Amazon.CDK.AWS.MSK.CfnCluster.EncryptionInfoProperty() });")]
    [InlineData("SKY1193", Graph + "DbSubnetGroupName = \"g\", AvailabilityZones = Fn.GetAzs() });")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task Settings_beside_the_one_that_is_set_are_kept() => s_stack.Fix(
        "SKY1188",
        Kafka + ", EncryptionInfo = new Amazon.CDK.AWS.MSK.CfnCluster.EncryptionInfoProperty { EncryptionAtRest = new Amazon.CDK.AWS.MSK.CfnCluster.EncryptionAtRestProperty { DataVolumeKmsKeyId = \"k\" }, EncryptionInTransit = new Amazon.CDK.AWS.MSK.CfnCluster.EncryptionInTransitProperty { ClientBroker = \"PLAINTEXT\" } } });",
        Kafka + ", EncryptionInfo = new Amazon.CDK.AWS.MSK.CfnCluster.EncryptionInfoProperty { EncryptionAtRest = new Amazon.CDK.AWS.MSK.CfnCluster.EncryptionAtRestProperty { DataVolumeKmsKeyId = \"k\" }, EncryptionInTransit = new Amazon.CDK.AWS.MSK.CfnCluster.EncryptionInTransitProperty { ClientBroker = \"TLS\" } } });",
        Refs.Cdk);

    [Fact]
    public Task Two_properties_are_set_where_one_is_wrong_and_one_is_missing() => s_stack.Fix(
        "SKY1169",
        Cache + ", TransitEncryptionEnabled = false });",
        Cache + ", TransitEncryptionEnabled = true, AtRestEncryptionEnabled = true });",
        Refs.Cdk);

    [Fact]
    public async Task Delivery_streams_of_the_newer_library_are_judged_and_fixed()
    {
        var stack = new StackSource("KinesisFirehose");
        const string Bad = "new DeliveryStream(this, \"F\", new DeliveryStreamProps { Destination = null! });";
        await stack.Flagged("SKY1184", Bad, Refs.Cdk277);
        await stack.Flagged("SKY1184", "new DeliveryStream(this, \"F\", new DeliveryStreamProps { Destination = null!, Encryption = StreamEncryption.Unencrypted() });", Refs.Cdk277);
        await stack.Fix("SKY1184", Bad, "new DeliveryStream(this, \"F\", new DeliveryStreamProps { Destination = null!, Encryption = StreamEncryption.AwsOwnedKey() });", Refs.Cdk277);
        await stack.Silent("SKY1184", "new DeliveryStream(this, \"F\", new DeliveryStreamProps { Destination = null!, Source = new KinesisStreamSource(null!) });", Refs.Cdk277);
    }
}
