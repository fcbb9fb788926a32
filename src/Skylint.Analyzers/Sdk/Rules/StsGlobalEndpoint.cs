using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The one endpoint of the token service for the whole world.</summary>
internal sealed class StsGlobalEndpoint : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2064",
        Key = "sts-global-endpoint",
        Title = "Tokens are asked for at the global endpoint",
        Message = "The global endpoint of STS is in one region; leave it out, so that the region's own endpoint is used",
        Why = "When that one region is in trouble, nobody gets credentials anywhere. The regional endpoints answer faster, and their tokens are valid in every region, the opt-in ones included.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Leaves the endpoint out.",
        References = new() { Links = ["https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html"] },
    };

    protected override IReadOnlyList<string> Properties => ["ServiceURL", "StsRegionalEndpoints"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (set.Property.Name == "StsRegionalEndpoints")
            return set.Value.StaticMember() is { Name: "Legacy", ContainingType.Name: "StsRegionalEndpointsValue" } ? new SettingFinding("Amazon.Runtime.StsRegionalEndpointsValue.Regional") : null;
        return set.Value.Text() is { } text && text.TrimEnd('/') == "https://sts.amazonaws.com" ? new SettingFinding(Remove) : null;
    }
}
