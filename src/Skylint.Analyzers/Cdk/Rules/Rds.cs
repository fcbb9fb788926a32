using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon RDS and Aurora.</summary>
internal static class Rds
{
    private const string Instance = "Amazon.CDK.AWS.RDS.DatabaseInstance";
    private const string FromSnapshot = "Amazon.CDK.AWS.RDS.DatabaseInstanceFromSnapshot";
    private const string ReadReplica = "Amazon.CDK.AWS.RDS.DatabaseInstanceReadReplica";
    private const string Cluster = "Amazon.CDK.AWS.RDS.DatabaseCluster";
    private const string ClusterFromSnapshot = "Amazon.CDK.AWS.RDS.DatabaseClusterFromSnapshot";
    private const string CfnInstance = "Amazon.CDK.AWS.RDS.CfnDBInstance";
    private const string CfnCluster = "Amazon.CDK.AWS.RDS.CfnDBCluster";

    // An instance of an Aurora cluster takes its storage, and what protects it, from the cluster.
    internal static readonly Requirement BelongsToCluster = AnyOf(
        Prop("DbClusterIdentifier").IsSet(),
        Prop("Engine").Test(v => PropertyPath.Name(v) is { } engine ? engine.IndexOf("aurora", StringComparison.OrdinalIgnoreCase) >= 0 ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, Default.Violates));

    internal static readonly Requirement IsReplica = AnyOf(Prop("SourceDbInstanceIdentifier").IsSet(), Prop("SourceDbClusterIdentifier").IsSet());

    // Data that is restored keeps the encryption it had.
    private static readonly Requirement s_isRestored = AnyOf(Prop("DbSnapshotIdentifier").IsSet(), Prop("DbClusterSnapshotIdentifier").IsSet(), Prop("SourceDbInstanceAutomatedBackupsArn").IsSet());

    private static readonly Requirement s_clusterIsRestored = AnyOf(Prop("SnapshotIdentifier").IsSet(), Prop("SourceDbClusterIdentifier").IsSet(), Prop("ReplicationSourceIdentifier").IsSet());

    public static readonly ConstructRule StorageEncrypted = new()
    {
        Id = "SKY1015",
        Key = "RDSStorageEncrypted",
        Title = "Database storage is not encrypted",
        Message = "{0} stores its data unencrypted; set StorageEncrypted = true",
        Why = "Whoever gets hold of the volume or a snapshot reads the data. Encryption costs nothing and cannot be switched on later: a database that was created without it has to be replaced.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-RDS2", "HIPAA.Security-RDSStorageEncrypted", "NIST.800.53.R4-RDSStorageEncrypted", "NIST.800.53.R5-RDSStorageEncrypted", "PCI.DSS.321-RDSStorageEncrypted"],
            Checkov = ["CKV_AWS_16", "CKV_AWS_96"],
            Trivy = ["AWS-0079", "AWS-0080"],
            SecurityHub = ["RDS.3", "RDS.27"],
            Sonar = ["S6303"],
            Guard = ["RDS_STORAGE_ENCRYPTED"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["StorageEncrypted", "KmsKeyId"],
        Targets =
        [
            Target.Of([Instance, Cluster], AnyOf(Prop("StorageEncrypted").IsTrue(), Prop("StorageEncryptionKey").IsSet()), Encrypt),
            Target.Of(CfnInstance, AnyOf(Prop("StorageEncrypted").IsTrue(), Prop("KmsKeyId").IsSet(), BelongsToCluster, IsReplica, s_isRestored), Encrypt),
            Target.Of(CfnCluster, AnyOf(Prop("StorageEncrypted").IsTrue(), Prop("KmsKeyId").IsSet(), s_clusterIsRestored), Encrypt),
        ],
    };

    public static readonly ConstructRule PublicAccess = new()
    {
        Id = "SKY1016",
        Key = "RDSInstancePublicAccess",
        Title = "Database is reachable from the internet",
        Message = "{0} gets a public address; set PubliclyAccessible = false and use private subnets",
        Why = "A public address leaves the security group and the password as the only protection from everybody who scans the internet for databases.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["HIPAA.Security-RDSInstancePublicAccess", "NIST.800.53.R4-RDSInstancePublicAccess", "NIST.800.53.R5-RDSInstancePublicAccess", "PCI.DSS.321-RDSInstancePublicAccess"],
            Checkov = ["CKV_AWS_17"],
            Trivy = ["AWS-0180"],
            SecurityHub = ["RDS.2"],
            Sonar = ["S6329"],
            Guard = ["RDS_INSTANCE_PUBLIC_ACCESS_CHECK"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["PubliclyAccessible"],
        Targets =
        [
            Target.Of([Instance, FromSnapshot, ReadReplica], IsPrivate(""), Fix.Set("PubliclyAccessible", "false")),
            Target.Of([Cluster, ClusterFromSnapshot], IsPrivate("InstanceProps."), Fix.Set("PubliclyAccessible", "false")),
            Target.Call("Amazon.CDK.AWS.RDS.ClusterInstance", "Provisioned", Prop("props.PubliclyAccessible").IsFalse(), Fix.Set("PubliclyAccessible", "false")),
            Target.Call("Amazon.CDK.AWS.RDS.ClusterInstance", "ServerlessV2", Prop("props.PubliclyAccessible").IsFalse(), Fix.Set("PubliclyAccessible", "false")),
            // Left out, the subnets decide: without a group of its own the instance goes to the default VPC, whose subnets are public.
            Target.Of(
                CfnInstance,
                AnyOf(Prop("PubliclyAccessible").IsFalse(Default.Violates), AllOf(Prop("PubliclyAccessible").IsUnset(), AnyOf(Prop("DbSubnetGroupName").IsSet(), BelongsToCluster, IsReplica))),
                Fix.Set("PubliclyAccessible", "false")),
        ],
    };

    public static readonly ConstructRule MultiAz = new()
    {
        Id = "SKY1017",
        Key = "RDSMultiAZSupport",
        Title = "Database runs in one Availability Zone",
        Message = "{0} runs in a single Availability Zone; set MultiAz = true where its loss matters",
        Why = "When the zone fails, or the instance is patched, the database is down until it is back or restored by hand. A standby in a second zone takes over within minutes, at about twice the price.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["AwsSolutions-RDS3", "HIPAA.Security-RDSMultiAZSupport", "NIST.800.53.R4-RDSMultiAZSupport", "NIST.800.53.R5-RDSMultiAZSupport"],
            Checkov = ["CKV_AWS_157"],
            SecurityHub = ["RDS.5"],
            Guard = ["RDS_MULTI_AZ_SUPPORT"],
        },
        CfnProperties = ["MultiAZ"],
        Targets =
        [
            Target.Of([Instance, FromSnapshot], Prop("MultiAz").IsTrue(), Fix.Set("MultiAz", "true")),
            Target.Of(CfnInstance, AnyOf(Prop("MultiAz").IsTrue(), BelongsToCluster, IsReplica), Fix.Set("MultiAz", "true")),
        ],
    };

    public static readonly ConstructRule DeletionProtection = new()
    {
        Id = "SKY1018",
        Key = "RDSInstanceDeletionProtectionEnabled",
        Title = "Database can be deleted by mistake",
        Message = "{0} is not protected from deletion; set DeletionProtection = true",
        Why = "A renamed construct or a deleted stack takes the database with it. With deletion protection the deployment fails instead, and somebody has to mean it.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-RDS10", "HIPAA.Security-RDSInstanceDeletionProtectionEnabled", "NIST.800.53.R4-RDSInstanceDeletionProtectionEnabled", "NIST.800.53.R5-RDSInstanceDeletionProtectionEnabled"],
            Trivy = ["AWS-0177", "AWS-0343"],
            SecurityHub = ["RDS.7", "RDS.8"],
            Guard = ["RDS_INSTANCE_DELETION_PROTECTION_ENABLED"],
        },
        CfnProperties = ["DeletionProtection"],
        Targets =
        [
            // RETAIN switches it on; DESTROY says that deletion is meant, which is another rule's concern.
            Target.Of(
                [Instance, FromSnapshot, Cluster, ClusterFromSnapshot],
                AnyOf(Prop("DeletionProtection").IsTrue(), AllOf(Prop("DeletionProtection").IsUnset(), Prop("RemovalPolicy").Is("RETAIN")), Prop("RemovalPolicy").Is("DESTROY")),
                Fix.Set("DeletionProtection", "true")),
            Target.Of(CfnInstance, AnyOf(Prop("DeletionProtection").IsTrue(), BelongsToCluster, IsReplica), Fix.Set("DeletionProtection", "true")),
            Target.Of(CfnCluster, Prop("DeletionProtection").IsTrue(), Fix.Set("DeletionProtection", "true")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [StorageEncrypted, PublicAccess, MultiAz, DeletionProtection];

    private static Fix Encrypt => Fix.Set("StorageEncrypted", "true", "Set StorageEncrypted = true (replaces a deployed database)");

    // Left out, it follows the kind of subnets.
    private static Requirement IsPrivate(string path) => AnyOf(
        Prop(path + "PubliclyAccessible").IsFalse(Default.Violates),
        AllOf(Prop(path + "PubliclyAccessible").IsUnset(), Prop(path + "VpcSubnets.SubnetType").IsNot("PUBLIC")));
}
