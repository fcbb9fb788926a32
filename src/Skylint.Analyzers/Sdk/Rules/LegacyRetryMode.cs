using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The retry mode of old, chosen by name.</summary>
internal sealed class LegacyRetryMode : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2002",
        Key = "legacy-retry-mode",
        Title = "Legacy retry mode is chosen",
        Message = "The legacy retry mode retries five times without a shared budget; use the standard mode",
        Why = "Legacy mode has no retry budget: when a service is in trouble every client adds four more requests for each of its own, and one failing call can take half a minute. Standard mode retries less, backs off with jitter and stops when retries do not help; version 4 of the SDK has no legacy mode at all.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Chooses the standard mode.",
        References = new() { Links = ["https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"] },
    };

    protected override IReadOnlyList<string> Properties => ["RetryMode", "DefaultConfigurationMode"];

    public override bool AppliesTo(SdkRun run) => run.Sdk.Version.Major < 4 && base.AppliesTo(run);

    public override void Subscribe(SdkSubscriptions to)
    {
        base.Subscribe(to);
        to.OnInvocation("SetEnvironmentVariable", (run, context, call) =>
        {
            if (EnvironmentSetting.Of(call) is ("AWS_RETRY_MODE", { } mode) && mode.Equals("legacy", StringComparison.OrdinalIgnoreCase))
                SdkRun.Report(context, Rule, call.Arguments[1].Syntax.GetLocation(), "\"standard\"", []);
        });
    }

    // By name and not by number: 0 is Legacy in version 3 and Standard in version 4.
    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (set.Value.StaticMember() is not { Name: "Legacy", ContainingType.Name: "RequestRetryMode" or "DefaultConfigurationMode" } mode)
            return null;
        return new SettingFinding($"Amazon.Runtime.{mode.ContainingType.Name}.Standard");
    }
}
