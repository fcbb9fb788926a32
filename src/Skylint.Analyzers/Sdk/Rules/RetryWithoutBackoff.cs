using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A retry loop of one's own that asks again at once.</summary>
internal sealed class RetryWithoutBackoff : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2033",
        Key = "retry-without-backoff",
        Title = "Retry loop without a pause",
        Message = "The loop sends '{0}' again the moment it fails; wait longer each time, with jitter, or leave the retries to the SDK",
        Why = "A request that was throttled is throttled again when it is repeated at once, and all instances together keep the service from recovering. The attempts are used up within milliseconds, before anything could have changed.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Waits a random time that doubles with each attempt, in an asynchronous method whose loop counts its attempts.",
        References = new() { Links = ["https://docs.aws.amazon.com/prescriptive-guidance/latest/cloud-design-patterns/retry-backoff.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnCatch((run, context, clause) =>
    {
        if (RetryLoop.Of(clause, run.Sdk) is { } retry && !retry.MayPause)
            SdkRun.Report(context, Rule, retry.Call.NameLocation, retry.Counter?.Name, [retry.Call.Name], clause.Syntax.GetLocation());
    });
}
