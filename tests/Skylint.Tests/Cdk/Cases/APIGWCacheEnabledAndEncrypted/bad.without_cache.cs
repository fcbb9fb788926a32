using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace Cases.APIGWCacheEnabledAndEncrypted;

public static class BadWithoutCache
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject", new RestApiProps { RestApiName = "orders" });
        api.Root.AddMethod("GET", new MockIntegration());
    }
}
