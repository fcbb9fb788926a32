using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace Cases.LambdaReservedEnv;

public static class Bad
{
    public static Task Configure(IAmazonLambda lambda) => lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest
    {
        FunctionName = "orders",
        Environment = new() { Variables = new() { ["TABLE"] = "orders", ["AWS_REGION"] = "eu-west-1" } },
    });
}
