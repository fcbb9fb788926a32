using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A token that CloudWatch Logs asked for once and ignores today.</summary>
internal sealed class SequenceToken : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2079",
        Key = "putlogevents-sequence-token",
        Title = "Sequence token is no longer needed",
        Message = "CloudWatch Logs ignores 'SequenceToken'; leave it out, and send to a stream from as many writers as there are",
        Why = "The token is kept, passed on, locked around and repaired after errors for nothing: events are taken in any order and from any number of writers. The code for it limits each stream to one request at a time.",
        Category = Category.Operations,
        Level = Level.Info,
        FixSummary = "Leaves the token out.",
        References = new() { Links = ["https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html"] },
    };

    protected override IReadOnlyList<string> Properties => ["SequenceToken"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set) =>
        AwsSdk.IsNamed(set.Property.ContainingType, "Amazon.CloudWatchLogs.Model", "PutLogEventsRequest") ? new SettingFinding(Remove) : null;
}
