using Amazon.CDK.AWS.ElastiCache;
using Constructs;

namespace Cases.ElastiCacheClusterNonDefaultPort;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnReplicationGroup(scope, "Subject", new CfnReplicationGroupProps
        {
            ReplicationGroupDescription = "Sessions",
            CacheNodeType = "cache.t4g.small",
            NumCacheClusters = 2,
            Port = 6379,
        });
    }
}

public static class BadCacheCluster
{
    public static void Build(Construct scope)
    {
        new CfnCacheCluster(scope, "Subject", new CfnCacheClusterProps
        {
            Engine = "memcached",
            CacheNodeType = "cache.t4g.small",
            NumCacheNodes = 1,
            Port = 11211,
        });
    }
}
