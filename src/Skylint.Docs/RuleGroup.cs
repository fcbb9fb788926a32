using Skylint.Catalog;
using Skylint.Cdk.Rules;

namespace Skylint.Docs;

/// <summary>The heading under which the index lists a rule inside its area.</summary>
internal static class RuleGroup
{
    private const string CdkNamespace = "Amazon.CDK.";
    private const string ServiceNamespace = "Amazon.CDK.AWS.";

    public static string Of(Rule rule) => rule is ConstructRule construct ? Service(construct) : rule.Category.ToString();

    /// <summary>The namespace of the first class that the rule looks at, which the CDK names after the service.</summary>
    private static string Service(ConstructRule rule)
    {
        var type = rule.Targets[0].Types[0];
        if (type.StartsWith(ServiceNamespace, StringComparison.Ordinal))
            return type[ServiceNamespace.Length..].Split('.')[0];
        return type.StartsWith(CdkNamespace, StringComparison.Ordinal) ? "Apps and stacks" : "Other constructs";
    }
}
