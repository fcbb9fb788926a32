using Amazon.CDK.AWS.ElastiCache;
using Constructs;

namespace Cases.ElastiCacheRedisClusterMultiAZ;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnReplicationGroup(scope, "Subject", new CfnReplicationGroupProps
        {
            ReplicationGroupDescription = "Sessions",
            CacheNodeType = "cache.t4g.small",
            NumCacheClusters = 2,
            AtRestEncryptionEnabled = true,
            TransitEncryptionEnabled = true,
            MultiAzEnabled = true,
            AutomaticFailoverEnabled = true,
        });
    }
}
