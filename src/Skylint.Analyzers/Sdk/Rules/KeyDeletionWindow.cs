using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A key that is gone before anybody has noticed.</summary>
internal sealed class KeyDeletionWindow : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2067",
        Key = "kms-deletion-window",
        Title = "Key is deleted after a short wait",
        Message = "After {0} days the key is gone, and everything encrypted with it; wait 30 days",
        Why = "What was encrypted with a deleted key is lost for good. The wait is there so that a backup or a monthly job that still needs the key fails in time; it costs nothing.",
        Category = Category.Reliability,
        Level = Level.Info,
        FixSummary = "Waits 30 days.",
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["PendingWindowInDays"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set) =>
        set.Owner?.Name == "ScheduleKeyDeletionRequest" && set.Value.TryGetInteger(out var days) && days is >= 7 and < 14 ? new SettingFinding("30", days.ToString(CultureInfo.InvariantCulture)) : null;
}
