using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A region that is written into the code.</summary>
internal sealed class HardcodedRegion : SdkRule
{
    // Services with one endpoint for the world, or one control region: naming it is no choice.
    private static readonly HashSet<string> s_global = new(StringComparer.Ordinal)
    {
        "CloudFront", "IdentityManagement", "Route53", "Route53Domains", "Organizations", "CostExplorer", "CostandUsageReport", "Budgets", "CertificateManager", "Shield", "WAF", "WAFV2", "AWSSupport", "AWSHealth", "Pricing", "GlobalAccelerator", "SavingsPlans", "ECRPublic", "Account", "MarketplaceMetering", "NetworkManager",
    };

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2035",
        Key = "hardcoded-region",
        Title = "Region is fixed in code",
        Message = "'{0}' ties the code to one region; leave it out, so that AWS_REGION, the profile or the instance decides",
        Why = "Code with a region in it cannot be deployed to a second one without a new build, and forgets to follow when the rest of the stack moves: it then talks across regions, which costs money and latency, or finds nothing.",
        Category = Category.Operations,
        Level = Level.Info,
        FixSummary = "Leaves the region out.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnCreation((run, context, creation, kind) =>
        {
            if (kind != SdkKind.Client || IsGlobal(creation.Type) || ClientEndpoint.IsOwn(creation, run.Sdk) != false)
                return;
            foreach (var argument in creation.Arguments)
            {
                if (argument.ArgumentKind == ArgumentKind.Explicit && RegionOf(argument.Value) is { } region)
                    SdkRun.Report(context, Rule, argument.Syntax.GetLocation(), SettingRule.Remove, [region]);
            }
        });
        to.OnSet("RegionEndpoint", (run, context, set) =>
        {
            if (run.Sdk.KindOf(set.Owner) == SdkKind.Config && !IsGlobal(set.Owner) && RegionOf(set.Value) is { } region && !HasEndpoint(set, run.Sdk))
                SdkRun.Report(context, Rule, set.Location, SettingRule.Remove, [region]);
        });
    }

    private static string? RegionOf(IOperation value)
    {
        value = value.Unwrapped();
        if (value.StaticMember() is IFieldSymbol { ContainingType: { Name: "RegionEndpoint", ContainingNamespace.Name: "Amazon" } } field)
            return "RegionEndpoint." + field.Name;
        return value is IInvocationOperation { TargetMethod: { Name: "GetBySystemName", ContainingType: { Name: "RegionEndpoint", ContainingNamespace.Name: "Amazon" } }, Arguments: { Length: 1 } arguments } && arguments[0].Value.Text() is { } name
            ? name
            : null;
    }

    private static bool IsGlobal(ITypeSymbol? type) => AwsSdk.ServiceOf(type) is { } service && s_global.Contains(service);

    // With an address of its own the region is only a part of the signature.
    private static bool HasEndpoint(PropertySet set, AwsSdk sdk)
    {
        var creation = set.Target.Instance switch
        {
            IInstanceReferenceOperation instance => instance.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault(),
            ILocalReferenceOperation local => BodyIndex.Of(local).SingleValue(local.Local) as IObjectCreationOperation,
            _ => null,
        };
        return creation is null || ObjectFacts.Of(creation, sdk).IsMentioned("ServiceURL");
    }
}
