using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon OpenSearch Service, and Elasticsearch domains as it was called before.</summary>
internal static class OpenSearch
{
    private const string CfnDomain = "Amazon.CDK.AWS.OpenSearchService.CfnDomain";
    private const string OldCfnDomain = "Amazon.CDK.AWS.Elasticsearch.CfnDomain";

    private static readonly string[] s_domains = ["Amazon.CDK.AWS.OpenSearchService.Domain", "Amazon.CDK.AWS.Elasticsearch.Domain"];

    private static readonly Requirement s_isEnabled = Prop("Enabled").IsTrue();

    public static readonly ConstructRule EncryptedAtRest = new()
    {
        Id = "SKY1019",
        Key = "OpenSearchEncryptedAtRest",
        Title = "Search domain is not encrypted at rest",
        Message = "{0} stores its indexes unencrypted; set EncryptionAtRest",
        Why = "Indexes, logs and swap files of the domain hold copies of the data that is searched, and whoever gets hold of the storage reads them.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-OS8", "HIPAA.Security-OpenSearchEncryptedAtRest", "NIST.800.53.R4-OpenSearchEncryptedAtRest", "NIST.800.53.R5-OpenSearchEncryptedAtRest", "PCI.DSS.321-OpenSearchEncryptedAtRest"],
            Checkov = ["CKV_AWS_5"],
            Trivy = ["AWS-0048"],
            SecurityHub = ["OpenSearch.1", "ES.1"],
            Sonar = ["S6308"],
            Guard = ["OPENSEARCH_ENCRYPTED_AT_REST"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["EncryptionAtRestOptions"],
        Targets =
        [
            // Basic authentication without signed requests switches encryption on.
            Target.Of(
                s_domains,
                AnyOf(
                    Prop("EncryptionAtRest.Enabled").IsTrue(),
                    AllOf(Prop("EncryptionAtRest.Enabled").IsUnset(), AnyOf(Prop("EncryptionAtRest.KmsKey").IsSet(), Prop("UseUnsignedBasicAuth").IsTrue()))),
                Fix.Set("EncryptionAtRest.Enabled", "true", "Encrypt the domain at rest")),
            Target.Of([CfnDomain, OldCfnDomain], L1, EncryptL1),
        ],
    };

    public static readonly ConstructRule DedicatedMasters = new()
    {
        Id = "SKY1195",
        Key = "OpenSearchDedicatedMasterNode",
        Title = "Search domain has no dedicated master nodes",
        Message = "{0} lets its data nodes manage the cluster; give it three dedicated master nodes",
        Why = "Under load, data nodes answer late for the cluster's own work as well, and the domain falls apart just when it is busiest. Three small master nodes keep it together, at their price.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-OS4"], SecurityHub = ["ES.7"], Guard = ["OPENSEARCH_DATA_NODE_FAULT_TOLERANCE"] },
        CfnProperties = ["ClusterConfig", "ElasticsearchClusterConfig"],
        Targets =
        [
            Target.Of(s_domains, Prop("Capacity.MasterNodes").IsAtLeast(1), Fix.Set("Capacity.MasterNodes", "3", "Give it three dedicated master nodes")),
            Target.Of(CfnDomain, Prop("ClusterConfig.DedicatedMasterEnabled").IsTrue(), ThreeMasters("ClusterConfig")),
            Target.Of(OldCfnDomain, Prop("ElasticsearchClusterConfig.DedicatedMasterEnabled").IsTrue(), ThreeMasters("ElasticsearchClusterConfig")),
        ],
    };

    public static readonly ConstructRule ErrorLogs = new()
    {
        Id = "SKY1196",
        Key = "OpenSearchErrorLogsToCloudWatch",
        Title = "Search domain keeps no error log",
        Message = "{0} throws its error log away; send it to CloudWatch Logs",
        Why = "The error log says why a script failed, a snapshot stopped or an index turned red. Nobody can sign in to a managed node to look.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-OpenSearchErrorLogsToCloudWatch", "NIST.800.53.R5-OpenSearchErrorLogsToCloudWatch", "PCI.DSS.321-OpenSearchErrorLogsToCloudWatch"],
            Checkov = ["CKV_AWS_84"],
            Trivy = ["AWS-0042"],
            SecurityHub = ["OpenSearch.4", "ES.4"],
            Sonar = ["S6258"],
            Guard = ["OPENSEARCH_APPLICATION_LOGGING_ENABLED"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["LogPublishingOptions"],
        Targets =
        [
            Target.Of(s_domains, Prop("Logging.AppLogEnabled").IsTrue(), Fix.Set("Logging.AppLogEnabled", "true", "Send the error log to CloudWatch Logs")),
            Target.Of([CfnDomain, OldCfnDomain], Publishes("ES_APPLICATION_LOGS")),
        ],
    };

    public static readonly ConstructRule InVpc = new()
    {
        Id = "SKY1197",
        Key = "OpenSearchInVPCOnly",
        Title = "Search domain has a public endpoint",
        Message = "{0} is reachable from the internet; place it in a VPC",
        Why = "The access policy alone stands between the indexes and everybody who finds the endpoint. In a VPC only what runs there can reach it.",
        NoFix = "Which network the domain belongs to is a decision that only the owner can make, and it replaces a deployed domain.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["AwsSolutions-OS1", "HIPAA.Security-OpenSearchInVPCOnly", "NIST.800.53.R4-OpenSearchInVPCOnly", "NIST.800.53.R5-OpenSearchInVPCOnly", "PCI.DSS.321-OpenSearchInVPCOnly"],
            SecurityHub = ["OpenSearch.2", "ES.2"],
            Guard = ["OPENSEARCH_IN_VPC_ONLY"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["VPCOptions"],
        Targets =
        [
            Target.Of(s_domains, Prop("Vpc").IsSet()),
            Target.Of([CfnDomain, OldCfnDomain], Prop("VpcOptions.SubnetIds").IsSet()),
        ],
    };

    public static readonly ConstructRule NodeToNode = new()
    {
        Id = "SKY1199",
        Key = "OpenSearchNodeToNodeEncryption",
        Title = "Search domain does not encrypt between its nodes",
        Message = "{0} sends data between its nodes as plain text; set NodeToNodeEncryption",
        Why = "Every document and every part of a search crosses the network between the nodes.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["AwsSolutions-OS2", "HIPAA.Security-OpenSearchNodeToNodeEncryption", "NIST.800.53.R4-OpenSearchNodeToNodeEncryption", "NIST.800.53.R5-OpenSearchNodeToNodeEncryption", "PCI.DSS.321-OpenSearchNodeToNodeEncryption"],
            Checkov = ["CKV_AWS_6"],
            Trivy = ["AWS-0043"],
            SecurityHub = ["OpenSearch.3", "ES.3"],
            Sonar = ["S5332"],
            Guard = ["OPENSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK"],
            Cwe = ["CWE-319"],
        },
        CfnProperties = ["NodeToNodeEncryptionOptions"],
        Targets =
        [
            // Basic authentication without signed requests switches it on.
            Target.Of(s_domains, AnyOf(Prop("NodeToNodeEncryption").IsTrue(), AllOf(Prop("NodeToNodeEncryption").IsUnset(), Prop("UseUnsignedBasicAuth").IsTrue())), Fix.Set("NodeToNodeEncryption", "true")),
            Target.Of([CfnDomain, OldCfnDomain], Prop("NodeToNodeEncryptionOptions.Enabled").IsTrue(), Fix.Set("NodeToNodeEncryptionOptions.Enabled", "true", "Encrypt between the nodes")),
        ],
    };

    public static readonly ConstructRule SlowLogs = new()
    {
        Id = "SKY1200",
        Key = "OpenSearchSlowLogsToCloudWatch",
        Title = "Search domain keeps no slow logs",
        Message = "{0} does not record slow searches and slow indexing; send both logs to CloudWatch Logs",
        Why = "The slow logs name the queries that make a domain slow, and show who searched for what.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-OS9"], Checkov = ["CKV_AWS_84"], Trivy = ["AWS-0042"], Cwe = ["CWE-778"] },
        CfnProperties = ["LogPublishingOptions"],
        Targets =
        [
            Target.Of(
                s_domains,
                AllOf(Prop("Logging.SlowSearchLogEnabled").IsTrue(), Prop("Logging.SlowIndexLogEnabled").IsTrue()),
                Fix.SetAll("Send the slow logs to CloudWatch Logs", ("Logging.SlowSearchLogEnabled", "true"), ("Logging.SlowIndexLogEnabled", "true"))),
            Target.Of([CfnDomain, OldCfnDomain], AllOf(Publishes("SEARCH_SLOW_LOGS"), Publishes("INDEX_SLOW_LOGS"))),
        ],
    };

    public static readonly ConstructRule ZoneAwareness = new()
    {
        Id = "SKY1201",
        Key = "OpenSearchZoneAwareness",
        Title = "Search domain runs in one Availability Zone",
        Message = "{0} keeps all copies of its data in one Availability Zone; set ZoneAwareness",
        Why = "When the zone fails the domain is down, and indexes whose copies were all there are lost.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-OS7"], SecurityHub = ["OpenSearch.6", "ES.6"], Guard = ["OPENSEARCH_DATA_NODE_FAULT_TOLERANCE"] },
        CfnProperties = ["ClusterConfig", "ElasticsearchClusterConfig"],
        Targets =
        [
            Target.Of(
                s_domains,
                AnyOf(Prop("ZoneAwareness.Enabled").IsTrue(), AllOf(Prop("ZoneAwareness.Enabled").IsUnset(), Prop("ZoneAwareness.AvailabilityZoneCount").IsSet())),
                Fix.Set("ZoneAwareness.Enabled", "true", "Spread the data over two zones (needs an even number of data nodes)")),
            Target.Of(CfnDomain, Prop("ClusterConfig.ZoneAwarenessEnabled").IsTrue(), TwoZones("ClusterConfig")),
            Target.Of(OldCfnDomain, Prop("ElasticsearchClusterConfig.ZoneAwarenessEnabled").IsTrue(), TwoZones("ElasticsearchClusterConfig")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [EncryptedAtRest, DedicatedMasters, ErrorLogs, InVpc, NodeToNode, SlowLogs, ZoneAwareness];

    private static Requirement L1 => Prop("EncryptionAtRestOptions.Enabled").IsTrue();

    private static Fix EncryptL1 => Fix.Set("EncryptionAtRestOptions.Enabled", "true", "Encrypt the domain at rest");

    private static Fix ThreeMasters(string config) =>
        Fix.SetAll("Give it three dedicated master nodes", (config + ".DedicatedMasterEnabled", "true"), (config + ".DedicatedMasterCount", "3"));

    private static Fix TwoZones(string config) => Fix.Set(config + ".ZoneAwarenessEnabled", "true", "Spread the data over two zones (needs an even number of data nodes)");

    // The logs are entries of a dictionary, by name.
    private static Requirement Publishes(string log) => Prop("LogPublishingOptions").Has(That((options, construct) =>
        construct.Cdk.Resolver.Member(options, log) switch
        {
            UnsetValue or NullValue => Outcome.Violated,
            UnknownValue or OneOfValue => Outcome.Unknown,
            var option => s_isEnabled.Check(option, construct).Outcome,
        }));
}
