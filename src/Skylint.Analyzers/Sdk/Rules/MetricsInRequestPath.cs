using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Metrics that are sent while somebody waits for an answer.</summary>
internal sealed class MetricsInRequestPath : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2066",
        Key = "putmetricdata-in-hot-path",
        Title = "Metrics are sent while a caller waits",
        Message = "'PutMetricData' {0} adds a round trip to each answer and is throttled under load; write the metrics to the log in embedded metric format",
        Why = "The call is paid and waited for each time, and when it is throttled the request fails for the sake of a metric. CloudWatch reads metrics in embedded metric format from the log, without a call.",
        Category = Category.Performance,
        Level = Level.Info,
        NoFix = "The log has to be set up to carry metrics.",
        References = new() { Links = ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["PutMetricData"], (run, context, call) =>
    {
        var place = run.Surroundings.HandlerOf(call.Invocation, context.ContainingSymbol) switch
        {
            HandlerKind.Lambda => "in every invocation of the function",
            HandlerKind.Web => "for every web request",
            _ => null,
        };
        if (place is not null)
            SdkRun.Report(context, Rule, call.NameLocation, place);
    });
}
