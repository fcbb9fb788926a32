using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A rule about the value that a property of the SDK is given: most are, and differ in little else.</summary>
internal abstract class SettingRule : SdkRule
{
    /// <summary>What the fix does with the assignment when it removes it; otherwise the detail is the value to write.</summary>
    public const string Remove = "-";

    /// <summary>The names of the properties, whichever type declares them.</summary>
    protected abstract IReadOnlyList<string> Properties { get; }

    public override void Subscribe(SdkSubscriptions to)
    {
        foreach (var property in Properties)
        {
            to.OnSet(property, (run, context, set) =>
            {
                if (Judge(run, context, set) is { } finding)
                    SdkRun.Report(context, Rule, set.Location, finding.Fix, finding.Arguments);
            });
        }
    }

    /// <summary>The finding about one assignment; null when there is none.</summary>
    protected abstract SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set);
}
