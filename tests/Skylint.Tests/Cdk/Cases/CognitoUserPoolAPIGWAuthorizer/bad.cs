using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace Cases.CognitoUserPoolAPIGWAuthorizer;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject");
        api.Root.AddMethod("GET", new MockIntegration(), new MethodOptions
        {
            AuthorizationType = AuthorizationType.IAM,
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnMethod(scope, "Subject", new CfnMethodProps
        {
            HttpMethod = "GET",
            ResourceId = "r1",
            RestApiId = "a1b2c3d4e5",
            AuthorizationType = "AWS_IAM",
        });
    }
}
