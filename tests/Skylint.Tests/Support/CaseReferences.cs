using Skylint.Catalog;
using Skylint.Tests.Observability;
using Skylint.Tests.Sdk;
using Skylint.Tests.Text;

namespace Skylint.Tests.Support;

/// <summary>What the case files of a rule are compiled against.</summary>
public static class CaseReferences
{
    public static Refs For(Rule rule) => rule.Id[3] switch
    {
        '1' => Refs.Cdk,
        '2' => SdkRefs.ForCase(rule.Key),
        '3' => TextRefs.Setup.Refs,
        '4' => ObservabilityRefs.All,
        _ => Refs.Sdk4,
    };
}
