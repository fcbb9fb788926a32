using Amazon.Lambda;
using Amazon.Lambda.Model;
using System.Text.Json;

namespace Cases.LambdaInvokeFunctionError;

public static class Bad
{
    public static async Task<decimal> PriceOf(IAmazonLambda lambda, string product)
    {
        var response = await lambda.InvokeAsync(new InvokeRequest { FunctionName = "prices", Payload = JsonSerializer.Serialize(product) });
        return JsonSerializer.Deserialize<decimal>(response.Payload);
    }
}
