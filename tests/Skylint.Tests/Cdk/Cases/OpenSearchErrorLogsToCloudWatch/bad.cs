using Amazon.CDK.AWS.OpenSearchService;
using Constructs;

namespace Cases.OpenSearchErrorLogsToCloudWatch;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Domain(scope, "Subject", new DomainProps
        {
            Version = EngineVersion.OPENSEARCH_2_11,
            EnforceHttps = true,
            Logging = new LoggingOptions { SlowSearchLogEnabled = true },
        });
    }
}
