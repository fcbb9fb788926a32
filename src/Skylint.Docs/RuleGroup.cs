using Skylint.Catalog;

namespace Skylint.Docs;

/// <summary>The heading under which the index lists a rule inside its area.</summary>
internal static class RuleGroup
{
    public static string Of(Rule rule) => rule.Category.ToString();
}
