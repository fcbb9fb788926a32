using Skylint.Catalog;
using Skylint.Cdk;
using Skylint.Observability;
using Skylint.Sdk;
using Skylint.Text;

namespace Skylint;

/// <summary>Every rule there is: what the documentation tool, the command line and the profiles read.</summary>
public static class AllRules
{
    /// <summary>All rules in the order of their identifiers.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        .. Enumerable.Empty<Rule>()
            .Concat(ConstructRules.All)
            .Concat(SdkRules.All)
            .Concat(TextRules.All)
            .Concat(ObservabilityRules.All)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];
}
