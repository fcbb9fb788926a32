using Skylint.Catalog;

namespace Skylint.Sdk.Rules;

/// <summary>A log group that keeps everything for ever.</summary>
internal sealed class LogGroupWithoutRetention : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2062",
        Key = "log-group-without-retention",
        Title = "Log group is created without a retention",
        Message = "Nothing in this project calls 'PutRetentionPolicy', so that the group keeps its logs for ever; set a retention",
        Why = "A log group keeps everything until someone says otherwise, and every gigabyte of it is paid for each month, long after anyone would read it.",
        Category = Category.Cost,
        Level = Level.Info,
        NoFix = "How long logs have to be kept is a decision of the team, and sometimes of the law.",
        References = new() { Links = ["https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["CreateLogGroup"], (run, context, call) =>
    {
        if (call.Service == "CloudWatchLogs" && !run.SourceMentions("PutRetentionPolicy"))
            SdkRun.Report(context, Rule, call.NameLocation);
    });
}
