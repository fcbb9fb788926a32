using Amazon.CDK.AWS.ElastiCache;
using Constructs;

namespace Cases.ElastiCacheRedisClusterAutomaticBackup;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnReplicationGroup(scope, "Subject", new CfnReplicationGroupProps
        {
            ReplicationGroupDescription = "Sessions",
            CacheNodeType = "cache.t4g.small",
            NumCacheClusters = 2,
            SnapshotRetentionLimit = 15,
        });
    }
}

public static class GoodCacheCluster
{
    public static void Build(Construct scope)
    {
        new CfnCacheCluster(scope, "Subject", new CfnCacheClusterProps
        {
            Engine = "redis",
            CacheNodeType = "cache.t4g.small",
            NumCacheNodes = 1,
            SnapshotRetentionLimit = 15,
        });
    }
}
