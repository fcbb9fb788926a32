using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace Cases.APIGWRequestValidation;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject", new RestApiProps
        {
            RestApiName = "orders",
        });
        api.Root.AddMethod("GET", new MockIntegration());
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnRestApi(scope, "Subject", new CfnRestApiProps
        {
            Name = "orders",
        });
    }
}
