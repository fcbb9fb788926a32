using Amazon.CDK;
using Amazon.CDK.AWS.ElastiCache;
using Constructs;

namespace Cases.ElastiCacheRedisClusterRedisAuth;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnReplicationGroup(scope, "Subject", new CfnReplicationGroupProps
        {
            ReplicationGroupDescription = "Sessions",
            CacheNodeType = "cache.t4g.small",
            NumCacheClusters = 2,
            TransitEncryptionEnabled = true,
            AuthToken = SecretValue.SecretsManager("sessions").UnsafeUnwrap(),
        });
    }
}
