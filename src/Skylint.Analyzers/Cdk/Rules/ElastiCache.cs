using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon ElastiCache.</summary>
internal static class ElastiCache
{
    private const string CacheCluster = "Amazon.CDK.AWS.ElastiCache.CfnCacheCluster";
    private const string ReplicationGroup = "Amazon.CDK.AWS.ElastiCache.CfnReplicationGroup";
    private const int RedisPort = 6379;
    private const int MemcachedPort = 11211;
    private const int BackupDays = 15;

    private static readonly Requirement s_isMemcached = Circumstance(Prop("Engine").Is("memcached"));

    // A secondary of a global datastore takes its encryption from the primary.
    private static readonly Requirement s_isSecondary = Prop("GlobalReplicationGroupId").IsSet();

    public static readonly ConstructRule InVpc = new()
    {
        Id = "SKY1166",
        Key = "ElastiCacheClusterInVPC",
        Title = "Cache is not placed in chosen subnets",
        Message = "{0} goes to the default network; set CacheSubnetGroupName",
        Why = "Without a subnet group the cache lands in the default VPC, whose subnets are public and shared with everything else that states no network.",
        NoFix = "Which subnets the cache belongs to is a decision that only the owner can make, and it replaces a deployed cache.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-AEC1"], SecurityHub = ["ElastiCache.7"], Cwe = ["CWE-284"] },
        CfnProperties = ["CacheSubnetGroupName"],
        Targets = [Target.Of([CacheCluster, ReplicationGroup], Prop("CacheSubnetGroupName").Test(v => PropertyPath.Name(v) == "" ? Outcome.Violated : Outcome.Satisfied, Default.Violates))],
    };

    public static readonly ConstructRule NonDefaultPort = new()
    {
        Id = "SKY1167",
        Key = "ElastiCacheClusterNonDefaultPort",
        Title = "Cache listens on its default port",
        Message = "{0} listens on the default port of its engine, which scans try first; set another Port",
        Why = "Some compliance rules ask for ports that automated scans do not try. It hides a cache from careless scans and from nothing else.",
        NoFix = "Clients and security groups have to change together with the port.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-AEC5"] },
        CfnProperties = ["Port"],
        Targets =
        [
            Target.Of(CacheCluster, AllOf(Prop("Port").IsSet(), When(s_isMemcached, Prop("Port").IsNotNumber(MemcachedPort)), When(Not(s_isMemcached), Prop("Port").IsNotNumber(RedisPort)))),
            Target.Of(ReplicationGroup, Prop("Port").IsNotNumber(RedisPort, Default.Violates)),
        ],
    };

    public static readonly ConstructRule AutomaticBackup = new()
    {
        Id = "SKY1168",
        Key = "ElastiCacheRedisClusterAutomaticBackup",
        Title = "Redis backups are kept for less than 15 days",
        Message = "{0} keeps its backups for less than 15 days; set SnapshotRetentionLimit = 15",
        Why = "Left unstated there are no backups at all. Where the cache holds the only copy of something, sessions or queues for instance, its loss cannot be undone.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-ElastiCacheRedisClusterAutomaticBackup", "NIST.800.53.R4-ElastiCacheRedisClusterAutomaticBackup", "NIST.800.53.R5-ElastiCacheRedisClusterAutomaticBackup"],
            Trivy = ["AWS-0050"],
            SecurityHub = ["ElastiCache.1"],
            Sonar = ["S6364"],
        },
        CfnProperties = ["SnapshotRetentionLimit"],
        Targets =
        [
            Target.Of(CacheCluster, When(Not(s_isMemcached), Prop("SnapshotRetentionLimit").IsAtLeast(BackupDays)), KeepBackups),
            Target.Of(ReplicationGroup, Prop("SnapshotRetentionLimit").IsAtLeast(BackupDays), KeepBackups),
        ],
    };

    public static readonly ConstructRule Encryption = new()
    {
        Id = "SKY1169",
        Key = "ElastiCacheRedisClusterEncryption",
        Title = "Redis is not encrypted at rest and in transit",
        Message = "{0} is not encrypted both at rest and in transit; set AtRestEncryptionEnabled and TransitEncryptionEnabled",
        Why = "Caches hold sessions, tokens and copies of customer data. Without encryption they cross the network as they are, and stand so in backups. At rest it cannot be switched on later: the cache has to be replaced.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-AEC3"],
            Checkov = ["CKV_AWS_29", "CKV_AWS_30"],
            Trivy = ["AWS-0045", "AWS-0051"],
            SecurityHub = ["ElastiCache.4", "ElastiCache.5"],
            Sonar = ["S5332"],
            Guard = ["ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_AT_REST", "ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_IN_TRANSIT"],
            Cwe = ["CWE-311", "CWE-319"],
        },
        CfnProperties = ["AtRestEncryptionEnabled", "TransitEncryptionEnabled"],
        Targets =
        [
            Target.Of(
                ReplicationGroup,
                AnyOf(AllOf(Prop("AtRestEncryptionEnabled").IsTrue(), Prop("TransitEncryptionEnabled").IsTrue()), s_isSecondary),
                Fix.SetAll("Encrypt at rest and in transit (replaces a deployed cache; clients must use TLS)", ("AtRestEncryptionEnabled", "true"), ("TransitEncryptionEnabled", "true"))),
        ],
    };

    public static readonly ConstructRule MultiAz = new()
    {
        Id = "SKY1170",
        Key = "ElastiCacheRedisClusterMultiAZ",
        Title = "Redis runs in one Availability Zone",
        Message = "{0} does not fail over to another Availability Zone; set MultiAzEnabled and AutomaticFailoverEnabled",
        Why = "When the zone or the primary node fails the cache is down until a new node is there, and what was not replicated is lost. With Multi-AZ a replica takes over within seconds.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-AEC4"], SecurityHub = ["ElastiCache.3"] },
        CfnProperties = ["MultiAZEnabled"],
        Targets =
        [
            Target.Of(ReplicationGroup, Prop("MultiAzEnabled").IsTrue(), Fix.SetAll("Fail over to another Availability Zone (needs at least one replica)", ("MultiAzEnabled", "true"), ("AutomaticFailoverEnabled", "true"))),
        ],
    };

    public static readonly ConstructRule RedisAuth = new()
    {
        Id = "SKY1171",
        Key = "ElastiCacheRedisClusterRedisAuth",
        Title = "Redis asks for no password",
        Message = "{0} lets everyone in who reaches it; set AuthToken from a secret, or UserGroupIds",
        Why = "Whatever can open a connection, any workload in the network or one request forged through a web server, reads and flushes the cache. A token or user groups make each client say who it is.",
        NoFix = "Every client has to present the token, and where that is kept is for the owner to decide.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-AEC6"], Checkov = ["CKV_AWS_31"], SecurityHub = ["ElastiCache.6"], Cwe = ["CWE-306"] },
        CfnProperties = ["AuthToken", "UserGroupIds"],
        Targets = [Target.Of(ReplicationGroup, AnyOf(Prop("AuthToken").Test(v => PropertyPath.Name(v) == "" ? Outcome.Violated : Outcome.Satisfied, Default.Violates), Prop("UserGroupIds").IsSet(), s_isSecondary))],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [InVpc, NonDefaultPort, AutomaticBackup, Encryption, MultiAz, RedisAuth];

    private static Fix KeepBackups => Fix.Set("SnapshotRetentionLimit", "15", "Keep backups for 15 days");
}
