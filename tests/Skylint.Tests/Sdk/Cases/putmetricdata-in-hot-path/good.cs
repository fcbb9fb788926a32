using Amazon.Lambda.Core;

namespace Cases.PutmetricdataInHotPath;

public sealed class Good
{
    public void Handle(double total, ILambdaContext context) =>
        Console.WriteLine($$$"""{"_aws":{"Timestamp":{{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}}},"CloudWatchMetrics":[{"Namespace":"Shop","Dimensions":[[]],"Metrics":[{"Name":"Total"}]}]},"Total":{{{total}}}}""");
}
