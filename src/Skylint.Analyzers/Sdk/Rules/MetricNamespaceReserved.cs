using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Metrics under a name that AWS keeps for itself.</summary>
internal sealed class MetricNamespaceReserved : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2061",
        Key = "cloudwatch-namespace-aws",
        Title = "Metric namespace is reserved for AWS",
        Message = "'{0}' begins with 'AWS/', which CloudWatch keeps for its own services and refuses; choose another",
        Why = "The request is refused as a whole, and since metrics are mostly sent in the background and errors of it ignored, the metrics are simply missing.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "The name of a namespace is part of dashboards and alarms; the author has to choose it.",
    };

    protected override IReadOnlyList<string> Properties => ["Namespace"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set) =>
        set.Owner?.Name == "PutMetricDataRequest" && set.Value.Text() is { } name && name.StartsWith("AWS/", StringComparison.Ordinal) ? new SettingFinding(null, name) : null;
}
