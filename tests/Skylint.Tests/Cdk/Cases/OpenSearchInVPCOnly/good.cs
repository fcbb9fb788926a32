using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.OpenSearchService;
using Constructs;

namespace Cases.OpenSearchInVPCOnly;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new Domain(scope, "Subject", new DomainProps
        {
            Version = EngineVersion.OPENSEARCH_2_11,
            EnforceHttps = true,
            Capacity = new CapacityConfig { DataNodes = 2, DataNodeInstanceType = "r6g.large.search" },
            ZoneAwareness = new ZoneAwarenessConfig { Enabled = true },
            Vpc = vpc,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnDomain(scope, "Subject", new CfnDomainProps
        {
            EngineVersion = "OpenSearch_2.11",
            ClusterConfig = new CfnDomain.ClusterConfigProperty { InstanceCount = 2, InstanceType = "r6g.large.search" },
            VpcOptions = new CfnDomain.VPCOptionsProperty { SubnetIds = new[] { "subnet-0a1b2c3d" } },
        });
    }
}
