using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests;

/// <summary>What holds for every rule, and what no compiler check says because descriptors come from records.</summary>
public sealed class CatalogTests
{
    [Fact]
    public void Identifiers_and_keys_are_unique()
    {
        Assert.Equal(AllRules.Rules.Count, AllRules.Rules.Select(r => r.Id).Distinct().Count());
        Assert.Equal(AllRules.Rules.Count, AllRules.Rules.Select(r => r.Key).Distinct().Count());
    }

    [Fact]
    public void Every_rule_has_a_fix_or_says_why_not()
    {
        Assert.Empty(AllRules.Rules.Where(r => (r.NoFix is null) == (r.FixSummary is null)).Select(r => r.Id));
    }
}
