using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace Cases.APIGWCacheEnabledAndEncrypted;

public static class GoodWithoutCache
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject", new RestApiProps
        {
            RestApiName = "orders",
            DeployOptions = new StageOptions { CachingEnabled = true, CacheDataEncrypted = true },
        });
        api.Root.AddMethod("GET", new MockIntegration());
    }
}
