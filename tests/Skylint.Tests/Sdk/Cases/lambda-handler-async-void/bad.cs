using Amazon.Lambda.Core;

namespace Cases.LambdaHandlerAsyncVoid;

public sealed class Bad
{
    public async void Handle(string order, ILambdaContext context)
    {
        await Task.Delay(order.Length);
    }
}
