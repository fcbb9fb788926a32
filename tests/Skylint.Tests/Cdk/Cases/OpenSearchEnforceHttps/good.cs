using Amazon.CDK.AWS.OpenSearchService;
using Constructs;

namespace Cases.OpenSearchEnforceHttps;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Domain(scope, "Subject", new DomainProps
        {
            Version = EngineVersion.OPENSEARCH_2_11,
            NodeToNodeEncryption = true,
            EnforceHttps = true,
        });
    }
}

public static class GoodOldTls
{
    public static void Build(Construct scope)
    {
        new Domain(scope, "Subject", new DomainProps
        {
            Version = EngineVersion.OPENSEARCH_2_11,
            EnforceHttps = true,
            TlsSecurityPolicy = TLSSecurityPolicy.TLS_1_2,
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
            DomainEndpointOptions = new CfnDomain.DomainEndpointOptionsProperty { EnforceHttps = true },
        });
    }
}
