using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon Managed Streaming for Apache Kafka.</summary>
internal static class Msk
{
    private const string Cluster = "Amazon.CDK.AWS.MSK.CfnCluster";
    private const string InTransit = "EncryptionInfo.EncryptionInTransit.";
    private const string NewLogGroup = "new Amazon.CDK.AWS.Logs.LogGroup({scope}, \"{id}Logs\", new Amazon.CDK.AWS.Logs.LogGroupProps { Retention = Amazon.CDK.AWS.Logs.RetentionDays.THREE_MONTHS }).LogGroupName";

    public static readonly ConstructRule BrokerLogging = new()
    {
        Id = "SKY1186",
        Key = "MSKBrokerLogging",
        Title = "Kafka brokers keep no logs",
        Message = "{0} throws the logs of its brokers away; send them to CloudWatch Logs, S3 or Firehose",
        Why = "Broker logs say why a client was refused, a partition lost its leader or a consumer fell behind. Nobody can sign in to a managed broker to look.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-MSK6"], Checkov = ["CKV_AWS_80"], Trivy = ["AWS-0074"], Sonar = ["S6258"], Cwe = ["CWE-778"] },
        CfnProperties = ["LoggingInfo"],
        Targets =
        [
            Target.Of(
                Cluster,
                AnyOf(Prop("LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled").IsTrue(), Prop("LoggingInfo.BrokerLogs.S3.Enabled").IsTrue(), Prop("LoggingInfo.BrokerLogs.Firehose.Enabled").IsTrue()),
                Fix.Set("LoggingInfo.BrokerLogs.CloudWatchLogs", $"new {Cluster}.CloudWatchLogsProperty {{ Enabled = true, LogGroup = {NewLogGroup} }}", "Send the logs to CloudWatch Logs")),
        ],
    };

    public static readonly ConstructRule BrokerToBrokerTls = new()
    {
        Id = "SKY1187",
        Key = "MSKBrokerToBrokerTLS",
        Title = "Kafka brokers replicate in clear text",
        Message = "{0} replicates messages between brokers as plain text; leave InCluster at true",
        Why = "Every message crosses the network between the brokers at least once, and between Availability Zones.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-MSK3"], Checkov = ["CKV_AWS_81"], Trivy = ["AWS-0073"], SecurityHub = ["MSK.1"], Sonar = ["S5332"], Cwe = ["CWE-319"] },
        CfnProperties = ["EncryptionInfo"],
        Targets = [Target.Of(Cluster, Prop(InTransit + "InCluster").IsNotFalse(), Fix.Set(InTransit + "InCluster", "true", "Set InCluster = true (replaces a deployed cluster)"))],
    };

    public static readonly ConstructRule ClientToBrokerTls = new()
    {
        Id = "SKY1188",
        Key = "MSKClientToBrokerTLS",
        Title = "Kafka accepts clients without TLS",
        Message = "{0} lets clients connect as plain text; set ClientBroker to TLS",
        Why = "A client that may choose plain text sooner or later does: messages, and passwords of SASL, can then be read on the way.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-MSK2"], Checkov = ["CKV_AWS_81"], Trivy = ["AWS-0073"], Sonar = ["S5332"], Cwe = ["CWE-319"] },
        CfnProperties = ["EncryptionInfo"],
        Targets = [Target.Of(Cluster, Prop(InTransit + "ClientBroker").Is("TLS", Default.Satisfies), Fix.Set(InTransit + "ClientBroker", "\"TLS\"", "Set ClientBroker = \"TLS\" (clients must use TLS)"))],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [BrokerLogging, BrokerToBrokerTls, ClientToBrokerTls];
}
