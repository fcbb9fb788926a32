using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace Cases.APIGWDefaultThrottling;

public static class Good
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject", new RestApiProps
        {
            RestApiName = "orders",
            DeployOptions = new StageOptions { ThrottlingRateLimit = 100, ThrottlingBurstLimit = 200 },
        });
        api.Root.AddMethod("GET", new MockIntegration());
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnStage(scope, "Subject", new CfnStageProps
        {
            RestApiId = "a1b2c3d4e5",
            DeploymentId = "d1e2f3",
            StageName = "prod",
            MethodSettings = new[] { new CfnStage.MethodSettingProperty { HttpMethod = "*", ResourcePath = "/*", ThrottlingRateLimit = 100, ThrottlingBurstLimit = 200 } },
        });
    }
}
