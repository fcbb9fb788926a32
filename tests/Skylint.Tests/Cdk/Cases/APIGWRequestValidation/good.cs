using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace Cases.APIGWRequestValidation;

public static class Good
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject", new RestApiProps
        {
            RestApiName = "orders",
        });
        api.Root.AddMethod("GET", new MockIntegration());
        api.AddRequestValidator("Validator", new RequestValidatorOptions
        {
            ValidateRequestBody = true,
            ValidateRequestParameters = true,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var api = new CfnRestApi(scope, "Subject", new CfnRestApiProps
        {
            Name = "orders",
        });
        new CfnRequestValidator(scope, "Validator", new CfnRequestValidatorProps
        {
            RestApiId = api.Ref,
            ValidateRequestBody = true,
            ValidateRequestParameters = true,
        });
    }
}
