using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace Cases.APIGWAuthorization;

public static class Good
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject");
        var orders = api.Root.AddResource("orders");
        orders.AddMethod("GET", new MockIntegration(), new MethodOptions
        {
            OperationName = "ListOrders",
            AuthorizationType = AuthorizationType.IAM,
        });
    }
}
