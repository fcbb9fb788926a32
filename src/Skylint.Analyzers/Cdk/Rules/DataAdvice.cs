using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about data services beyond what compliance packs ask for: TLS of search domains, retention, protection from deletion, passwords of deliveries.</summary>
internal static class DataAdvice
{
    private const string DocDbCluster = "Amazon.CDK.AWS.DocDB.DatabaseCluster";
    private const string FileSystem = "Amazon.CDK.AWS.FSx.CfnFileSystem";
    private const string Workgroup = "Amazon.CDK.AWS.Athena.CfnWorkGroup";
    private const string Results = "WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration";
    private const string Catalog = "DataCatalogEncryptionSettings.";
    private const string Delivery = "Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStream";
    private const string PublicAccess = "BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type";

    private static readonly string[] s_domains = ["Amazon.CDK.AWS.OpenSearchService.Domain", "Amazon.CDK.AWS.Elasticsearch.Domain"];

    private static readonly string[] s_cfnDomains = ["Amazon.CDK.AWS.OpenSearchService.CfnDomain", "Amazon.CDK.AWS.Elasticsearch.CfnDomain"];

    private static readonly Requirement s_isPersistent = Circumstance(Prop("LustreConfiguration.DeploymentType").IsOneOf(["PERSISTENT_1", "PERSISTENT_2"], Default.Violates));

    public static readonly ConstructRule EnforceHttps = new()
    {
        Id = "SKY1229",
        Key = "OpenSearchEnforceHttps",
        Title = "Search domain accepts plain HTTP or old TLS",
        Message = "{0} accepts plain HTTP or TLS 1.0; set EnforceHttps, and TLS 1.2",
        Why = "A client that may use HTTP sooner or later does: documents, searches and passwords of basic authentication can then be read on the way.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            Checkov = ["CKV_AWS_83"],
            Trivy = ["AWS-0046", "AWS-0126"],
            SecurityHub = ["OpenSearch.8", "ES.8"],
            Sonar = ["S5332", "S4423"],
            Guard = ["OPENSEARCH_HTTPS_REQUIRED"],
            Cwe = ["CWE-319"],
        },
        CfnProperties = ["DomainEndpointOptions"],
        Targets =
        [
            // Basic authentication without signed requests switches it on.
            Target.Of(s_domains, AnyOf(Prop("EnforceHttps").IsTrue(), AllOf(Prop("EnforceHttps").IsUnset(), Prop("UseUnsignedBasicAuth").IsTrue())), Fix.Set("EnforceHttps", "true")),
            Target.Of(s_domains[0], When(Circumstance(Prop("EnforceHttps").IsTrue()), Prop("TlsSecurityPolicy").IsNot("TLS_1_0")), Fix.Set("TlsSecurityPolicy", "Amazon.CDK.AWS.OpenSearchService.TLSSecurityPolicy.TLS_1_2")),
            Target.Of(s_domains[1], When(Circumstance(Prop("EnforceHttps").IsTrue()), Prop("TlsSecurityPolicy").IsNot("TLS_1_0")), Fix.Set("TlsSecurityPolicy", "Amazon.CDK.AWS.Elasticsearch.TLSSecurityPolicy.TLS_1_2")),
            Target.Of(s_cfnDomains, Prop("DomainEndpointOptions.EnforceHttps").IsTrue(), Fix.Set("DomainEndpointOptions.EnforceHttps", "true", "Set EnforceHttps = true")),
            Target.Of(
                s_cfnDomains,
                When(Circumstance(Prop("DomainEndpointOptions.EnforceHttps").IsTrue()), Prop("DomainEndpointOptions.TlsSecurityPolicy").IsNot("Policy-Min-TLS-1-0-2019-07")),
                Fix.Set("DomainEndpointOptions.TlsSecurityPolicy", "\"Policy-Min-TLS-1-2-2019-07\"", "Require TLS 1.2")),
        ],
    };

    public static readonly ConstructRule StreamRetention = new()
    {
        Id = "SKY1230",
        Key = "KinesisRetention",
        Title = "Data stream forgets its records after a day",
        Message = "{0} keeps its records for 24 hours; set a longer RetentionPeriod",
        Why = "A consumer that fails on Friday evening has lost records by Sunday, and nothing brings them back. Up to seven days cost a few cents for each shard and hour.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References {  },
        CfnProperties = ["RetentionPeriodHours"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.Kinesis.Stream", Prop("RetentionPeriod").IsAtLeast(24 * 60 * 60 + 1), Fix.Set("RetentionPeriod", "Amazon.CDK.Duration.Days(7)", "Keep records for 7 days")),
            Target.Of("Amazon.CDK.AWS.Kinesis.CfnStream", Prop("RetentionPeriodHours").IsAtLeast(25), Fix.Set("RetentionPeriodHours", "168", "Keep records for 7 days")),
        ],
    };

    public static readonly ConstructRule FileSystemBackup = new()
    {
        Id = "SKY1231",
        Key = "FsxBackup",
        Title = "FSx file system is not backed up",
        Message = "{0} makes no backups; set a retention for its automatic ones",
        Why = "A retention of 0 deletes the backups that there are and makes no more, and a persistent Lustre file system makes none unless told to.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { SecurityHub = ["FSx.1"], Guard = ["FSX_RESOURCES_PROTECTED_BY_BACKUP_PLAN"] },
        CfnProperties = ["LustreConfiguration", "WindowsConfiguration", "OntapConfiguration", "OpenZFSConfiguration"],
        Targets =
        [
            // What is linked to a bucket has its data there, and cannot be backed up.
            Target.Of(
                "Amazon.CDK.AWS.FSx.LustreFileSystem",
                When(AllOf(s_isPersistent, Circumstance(Prop("LustreConfiguration.ImportPath").IsUnset())), Prop("LustreConfiguration.AutomaticBackupRetention").IsAtLeast(1)),
                Fix.Set("LustreConfiguration.AutomaticBackupRetention", "Amazon.CDK.Duration.Days(7)", "Keep backups for 7 days")),
            Target.Of(
                FileSystem,
                When(AllOf(s_isPersistent, Circumstance(Prop("LustreConfiguration.ImportPath").IsUnset())), Prop("LustreConfiguration.AutomaticBackupRetentionDays").IsAtLeast(1)),
                KeepBackups("LustreConfiguration")),
            .. ((string[])["WindowsConfiguration", "OntapConfiguration", "OpenZfsConfiguration"]).Select(kind =>
                Target.Of(FileSystem, Prop(kind + ".AutomaticBackupRetentionDays").IsAtLeast(1, Default.Satisfies), KeepBackups(kind))),
        ],
    };

    public static readonly ConstructRule WorkgroupEncryption = new()
    {
        Id = "SKY1233",
        Key = "AthenaWorkgroup",
        Title = "Athena results are not encrypted by the workgroup",
        Message = "{0} leaves it to each client whether results are encrypted; set EncryptionConfiguration and let the workgroup enforce it",
        Why = "Results of queries are copies of the data, in a bucket that the client picks. A workgroup that enforces its settings decides where they go and how they are encrypted.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { Checkov = ["CKV_AWS_82"], Trivy = ["AWS-0006", "AWS-0007"], SecurityHub = ["Athena.1"], Cwe = ["CWE-311"] },
        CfnProperties = ["WorkGroupConfiguration"],
        Targets =
        [
            Target.Of(
                Workgroup,
                AnyOf(AllOf(Prop(Results).IsSet(), Prop("WorkGroupConfiguration.EnforceWorkGroupConfiguration").IsNotFalse()), Prop("WorkGroupConfiguration.ManagedQueryResultsConfiguration").IsSet()),
                Fix.SetAll("Encrypt results, and enforce it", (Results + ".EncryptionOption", "\"SSE_S3\""), ("WorkGroupConfiguration.EnforceWorkGroupConfiguration", "true"))),
        ],
    };

    public static readonly ConstructRule CatalogEncryption = new()
    {
        Id = "SKY1234",
        Key = "GlueCatalogEncryption",
        Title = "Glue catalog is not encrypted",
        Message = "{0} leaves the catalog or the passwords of its connections unencrypted; encrypt both with KMS",
        Why = "The catalog names every table and column with samples of partitions, and its connections hold passwords of databases.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { Checkov = ["CKV_AWS_94"], Cwe = ["CWE-311"] },
        CfnProperties = ["DataCatalogEncryptionSettings"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.Glue.CfnDataCatalogEncryptionSettings",
                Prop(Catalog + "EncryptionAtRest.CatalogEncryptionMode").IsOneOf(["SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"]),
                Fix.Set(Catalog + "EncryptionAtRest.CatalogEncryptionMode", "\"SSE-KMS\"", "Encrypt the catalog with KMS")),
            // Its key is for the owner to name.
            Target.Of(
                "Amazon.CDK.AWS.Glue.CfnDataCatalogEncryptionSettings",
                When(Circumstance(Prop(Catalog + "EncryptionAtRest.CatalogEncryptionMode").IsOneOf(["SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"])), Prop(Catalog + "ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted").IsTrue())),
        ],
    };

    public static readonly ConstructRule DeliveryPassword = new()
    {
        Id = "SKY1235",
        Key = "FirehosePlainPassword",
        Title = "Password of a delivery stands in the code",
        Message = "{0} gets the password of its destination as plain text; refer to a secret in Secrets Manager",
        Why = "Everyone who may read the repository, the template or the stack in the console knows it, and changing it means a deployment.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            Sonar = ["S6437"],
            Guard = ["KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD", "KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD"],
            Cwe = ["CWE-798"],
        },
        CfnProperties = ["RedshiftDestinationConfiguration", "SplunkDestinationConfiguration", "HttpEndpointDestinationConfiguration", "SnowflakeDestinationConfiguration"],
        Targets =
        [
            .. ((string[])["RedshiftDestinationConfiguration.Password", "SplunkDestinationConfiguration.HecToken", "HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey", "SnowflakeDestinationConfiguration.PrivateKey"])
                .Select(path => Target.Of(
                    Delivery,
                    Prop(path).Test(SecretValues.IsReference, Default.Satisfies),
                    Fix.Set(path, "Amazon.CDK.SecretValue.SecretsManager(\"{id}Password\").UnsafeUnwrap()", "Read it from Secrets Manager (the secret must exist)"))),
        ],
    };

    public static readonly ConstructRule DeletionProtection = new()
    {
        Id = "SKY1236",
        Key = "DocDbNeptuneDeletionProtection",
        Title = "Document or graph database can be deleted by mistake",
        Message = "{0} is not protected from deletion; set DeletionProtection = true",
        Why = "A renamed construct or a deleted stack takes the database with it. With deletion protection the deployment fails instead, and somebody has to mean it.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References { SecurityHub = ["DocumentDB.5", "Neptune.4"] },
        CfnProperties = ["DeletionProtection"],
        Targets =
        [
            // DESTROY says that deletion is meant, which is another rule's concern.
            Target.Of(DocDbCluster, AnyOf(Prop("DeletionProtection").IsTrue(), Prop("RemovalPolicy").Is("DESTROY")), Fix.Set("DeletionProtection", "true")),
            Target.Of(["Amazon.CDK.AWS.DocDB.CfnDBCluster", "Amazon.CDK.AWS.Neptune.CfnDBCluster"], Prop("DeletionProtection").IsTrue(), Fix.Set("DeletionProtection", "true")),
        ],
    };

    public static readonly ConstructRule EndpointTls = new()
    {
        Id = "SKY1237",
        Key = "DmsEndpointSsl",
        Title = "Migration connects to a database without TLS",
        Message = "{0} connects without TLS; set SslMode",
        Why = "A migration reads or writes the whole database, and its password, over this connection.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { SecurityHub = ["DMS.6", "DMS.9"], Sonar = ["S5332"], Cwe = ["CWE-319"] },
        CfnProperties = ["SslMode"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.DMS.CfnEndpoint",
                When(Circumstance(Prop("EngineName").IsOneOf(["postgres", "aurora-postgresql", "sqlserver", "babelfish"])), Prop("SslMode").IsNot("none", Default.Violates)),
                Fix.Set("SslMode", "\"require\"")),
            // These take TLS only with a certificate.
            Target.Of(
                "Amazon.CDK.AWS.DMS.CfnEndpoint",
                When(Circumstance(Prop("EngineName").IsOneOf(["mysql", "mariadb", "aurora", "oracle", "db2", "mongodb", "docdb", "sybase"])), Prop("SslMode").IsNot("none", Default.Violates))),
        ],
    };

    public static readonly ConstructRule KafkaPublicAccess = new()
    {
        Id = "SKY1238",
        Key = "MskPublicOrUnencrypted",
        Title = "Kafka brokers are reachable from the internet",
        Message = "{0} gives its brokers public addresses; disable PublicAccess",
        Why = "Public addresses leave the security group and the client authentication as the only protection from everybody who scans the internet for brokers.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { Checkov = ["CKV_AWS_291", "CKV_AWS_81"], Trivy = ["AWS-0179"], SecurityHub = ["MSK.2"], Cwe = ["CWE-284"] },
        CfnProperties = ["BrokerNodeGroupInfo"],
        Targets = [Target.Of("Amazon.CDK.AWS.MSK.CfnCluster", Prop(PublicAccess).Is("DISABLED", Default.Satisfies), Fix.Set(PublicAccess, "\"DISABLED\"", "Disable public access"))],
    };

    public static readonly ConstructRule TransferEndpoint = new()
    {
        Id = "SKY1239",
        Key = "TransferPublic",
        Title = "Transfer server is reachable from the internet",
        Message = "{0} has a public endpoint; set EndpointType to VPC where partners need not reach it from anywhere",
        Why = "A public SFTP endpoint is found and tried by everybody who scans for them, and no security group can name who may connect.",
        NoFix = "The network and the addresses that partners connect from are for the owner to provide.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { Checkov = ["CKV_AWS_164"], Cwe = ["CWE-284"] },
        CfnProperties = ["EndpointType"],
        Targets = [Target.Of("Amazon.CDK.AWS.Transfer.CfnServer", Prop("EndpointType").IsNot("PUBLIC", Default.Violates))],
    };

    public static IReadOnlyList<ConstructRule> All { get; } =
    [
        EnforceHttps, StreamRetention, FileSystemBackup, WorkgroupEncryption, CatalogEncryption, DeliveryPassword, DeletionProtection, EndpointTls, KafkaPublicAccess, TransferEndpoint,
    ];

    private static Fix KeepBackups(string kind) => Fix.Set(kind + ".AutomaticBackupRetentionDays", "7", "Keep backups for 7 days");
}
