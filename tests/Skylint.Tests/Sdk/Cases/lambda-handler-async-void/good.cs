using Amazon.Lambda.Core;

namespace Cases.LambdaHandlerAsyncVoid;

public sealed class Good
{
    public async Task Handle(string order, ILambdaContext context)
    {
        await Task.Delay(order.Length);
    }
}
