using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>An endpoint and a region on one configuration, of which the SDK forgets the first.</summary>
internal sealed class ServiceUrlRegionConflict : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2013",
        Key = "serviceurl-region-conflict",
        Title = "ServiceURL and RegionEndpoint undo each other",
        Message = "'{0}' is lost because '{1}' is set after it{2}; keep 'ServiceURL' and name the region in 'AuthenticationRegion'",
        Why = "Each of the two setters clears the other, so the last one wins without a word. Set the region last, and requests for a local or private endpoint go to the real AWS; set the address last, and requests are signed for the wrong region.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Names the region in AuthenticationRegion.",
    };

    public override void Subscribe(SdkSubscriptions to) => to.OnCreation((run, context, creation, kind) =>
    {
        if (kind != SdkKind.Config)
            return;
        var facts = ObjectFacts.Of(creation, run.Sdk);
        if (facts.Value("ServiceURL") is not { } url || facts.Value("RegionEndpoint") is not { } region || url.IsNull() || region.IsNull() || !IsSure(url, creation) || !IsSure(region, creation))
            return;
        var regionLast = region.Syntax.SpanStart > url.Syntax.SpanStart;
        var consequence = regionLast ? ", and requests go to AWS instead" : string.Empty;
        SdkRun.Report(context, Rule, (regionLast ? url : region).Parent!.Syntax.GetLocation(), null, [regionLast ? "ServiceURL" : "RegionEndpoint", regionLast ? "RegionEndpoint" : "ServiceURL", consequence], region.Parent!.Syntax.GetLocation());
    });

    /// <summary>True when the assignment happens whenever the object is made.</summary>
    private static bool IsSure(IOperation value, IOperation creation)
    {
        if (value.Parent is not ISimpleAssignmentOperation assignment || MayBeNull(value))
            return false;
        if (creation.Syntax.Span.Contains(assignment.Syntax.Span))
            return true;
        return assignment.Parent is IExpressionStatementOperation { Parent: IBlockOperation block } && creation.Ancestors().FirstOrDefault(a => a is IBlockOperation) == block;
    }

    // A conditional value may well be the null that leaves the other one alone.
    private static bool MayBeNull(IOperation value) => value.Unwrapped() is IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation or ISwitchExpressionOperation;
}
