using Amazon.CDK.AWS.OpenSearchService;
using Constructs;

namespace Cases.OpenSearchSlowLogsToCloudWatch;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Domain(scope, "Subject", new DomainProps
        {
            Version = EngineVersion.OPENSEARCH_2_11,
            EnforceHttps = true,
            Logging = new LoggingOptions { AppLogEnabled = true, SlowSearchLogEnabled = true, SlowIndexLogEnabled = true },
        });
    }
}
