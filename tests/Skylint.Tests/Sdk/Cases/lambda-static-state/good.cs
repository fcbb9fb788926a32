using Amazon.Lambda.Core;

namespace Cases.LambdaStaticState;

public sealed class Good
{
    public string Handle(string order, ILambdaContext context)
    {
        var errors = new List<string>();
        if (order.Length == 0)
            errors.Add("The order is empty.");
        return string.Join("; ", errors.ToArray());
    }
}
