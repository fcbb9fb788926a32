using Amazon.Lambda;
using Amazon.Lambda.Core;
using Amazon.Lambda.Model;

namespace Cases.LambdaSyncInvokesLambda;

public sealed class Bad(IAmazonLambda lambda)
{
    public async Task Handle(string order, ILambdaContext context)
    {
        await lambda.InvokeAsync(new InvokeRequest { FunctionName = "invoice", Payload = order });
    }
}
