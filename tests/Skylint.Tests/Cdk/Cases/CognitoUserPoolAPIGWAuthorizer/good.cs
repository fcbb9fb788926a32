using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace Cases.CognitoUserPoolAPIGWAuthorizer;

public static class Good
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject");
        api.Root.AddMethod("GET", new MockIntegration(), new MethodOptions
        {
            Authorizer = new CognitoUserPoolsAuthorizer(scope, "Authorizer", new CognitoUserPoolsAuthorizerProps
            {
                CognitoUserPools = new[] { new UserPool(scope, "Customers") },
            }),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnMethod(scope, "Subject", new CfnMethodProps
        {
            HttpMethod = "GET",
            ResourceId = "r1",
            RestApiId = "a1b2c3d4e5",
            AuthorizationType = "COGNITO_USER_POOLS",
            AuthorizerId = "z1",
        });
    }
}
