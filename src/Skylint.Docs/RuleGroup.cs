using Skylint.Catalog;
using Skylint.Cdk.Rules;

namespace Skylint.Docs;

/// <summary>The heading under which the index lists a rule inside its area.</summary>
internal static class RuleGroup
{
    /// <summary>A service can have two namespaces, of its first and second version, or lean on another's constructs.</summary>
    private const int MostServicesOfOneGroup = 2;

    private const string CdkNamespace = "Amazon.CDK.";
    private const string ServiceNamespace = "Amazon.CDK.AWS.";

    public static string Of(Rule rule) => rule is ConstructRule construct ? Service(construct) : rule.Category.ToString();

    private static string Service(ConstructRule rule)
    {
        var services = Services(rule);
        return services.Count > MostServicesOfOneGroup ? "Several services" : services[0];
    }

    /// <summary>The services whose constructs the rule looks at, under the names of their namespaces, in the rule's order.</summary>
    public static IReadOnlyList<string> Services(ConstructRule rule) =>
        [.. rule.Targets.Where(target => target.Option is null).SelectMany(target => target.Types).Select(Service).Distinct(StringComparer.Ordinal)];

    private static string Service(string type)
    {
        if (type.StartsWith(ServiceNamespace, StringComparison.Ordinal))
            return type[ServiceNamespace.Length..].Split('.')[0];
        return type.StartsWith(CdkNamespace, StringComparison.Ordinal) ? "Apps and stacks" : "Other constructs";
    }
}
