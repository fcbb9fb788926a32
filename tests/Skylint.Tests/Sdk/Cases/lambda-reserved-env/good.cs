using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace Cases.LambdaReservedEnv;

public static class Good
{
    public static Task Configure(IAmazonLambda lambda) => lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest
    {
        FunctionName = "orders",
        Environment = new() { Variables = new() { ["TABLE"] = "orders", ["TABLE_REGION"] = "eu-west-1" } },
    });
}
