using Amazon.CDK.AWS.OpenSearchService;
using Constructs;

namespace Cases.OpenSearchEncryptedAtRest;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Domain(scope, "Subject", new DomainProps
        {
            Version = EngineVersion.OPENSEARCH_2_11,
            NodeToNodeEncryption = true,
            EnforceHttps = true,
            EncryptionAtRest = new EncryptionAtRestOptions { Enabled = true },
        });
    }
}
