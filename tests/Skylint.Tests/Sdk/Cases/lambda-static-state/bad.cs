using Amazon.Lambda.Core;

namespace Cases.LambdaStaticState;

public sealed class Bad
{
    private static readonly List<string> s_errors = [];

    public string Handle(string order, ILambdaContext context)
    {
        if (order.Length == 0)
            s_errors.Add("The order is empty.");
        return string.Join("; ", s_errors.ToArray());
    }
}
