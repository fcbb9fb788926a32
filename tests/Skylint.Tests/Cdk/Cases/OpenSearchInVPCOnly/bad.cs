using Amazon.CDK.AWS.OpenSearchService;
using Constructs;

namespace Cases.OpenSearchInVPCOnly;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Domain(scope, "Subject", new DomainProps
        {
            Version = EngineVersion.OPENSEARCH_2_11,
            EnforceHttps = true,
            Capacity = new CapacityConfig { DataNodes = 2, DataNodeInstanceType = "r6g.large.search" },
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnDomain(scope, "Subject", new CfnDomainProps
        {
            EngineVersion = "OpenSearch_2.11",
            ClusterConfig = new CfnDomain.ClusterConfigProperty { InstanceCount = 2, InstanceType = "r6g.large.search" },
        });
    }
}
