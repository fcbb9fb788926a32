using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Configuration;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A number of retries that outlives whoever waits for the answer.</summary>
internal sealed class ExcessiveRetries : SettingRule
{
    private const string Limit = "max_retries";

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2003",
        Key = "excessive-retries",
        Title = "So many retries outlive the caller",
        Message = "'MaxErrorRetry = {0}' can keep a failing call busy for minutes; stay at {1} or fewer, or leave the default",
        Why = "Each retry waits up to 20 seconds. A call that is retried dozens of times holds its thread, its memory and its caller long after anyone wants the answer, and adds load to a service that is already in trouble.",
        Category = Category.Reliability,
        Level = Level.Info,
        FixSummary = "Removes the setting, so that the SDK's default number of retries applies.",
        Options = [new(Limit, "10", "The highest number of retries that is not reported.")],
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["MaxErrorRetry"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (run.Sdk.KindOf(set.Owner) != SdkKind.Config || !set.Value.TryGetInteger(out var retries))
            return null;
        var limit = run.Options.GetInt(context.Operation.Syntax.SyntaxTree, Rule, Limit);
        return retries > limit ? new SettingFinding(Remove, retries.ToString(CultureInfo.InvariantCulture), limit.ToString(CultureInfo.InvariantCulture)) : null;
    }
}
