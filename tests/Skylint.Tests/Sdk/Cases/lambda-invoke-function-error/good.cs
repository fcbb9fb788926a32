using Amazon.Lambda;
using Amazon.Lambda.Model;
using System.Text.Json;

namespace Cases.LambdaInvokeFunctionError;

public static class Good
{
    public static async Task<decimal> PriceOf(IAmazonLambda lambda, string product)
    {
        var response = await lambda.InvokeAsync(new InvokeRequest { FunctionName = "prices", Payload = JsonSerializer.Serialize(product) });
        if (!string.IsNullOrEmpty(response.FunctionError))
            throw new InvalidOperationException($"The invoked function failed: {response.FunctionError}");
        return JsonSerializer.Deserialize<decimal>(response.Payload);
    }
}
