using Skylint.Catalog;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>
/// Every switch that makes a rule as strict as cdk-nag against its case files: bad is reported with the switch and not without, good is not
/// reported with it. The conformance run holds the same files against cdk-nag.
/// </summary>
public sealed class OptionCaseTests
{
    private static readonly string[] s_fixable = ["SKY1007.unset", "SKY1058.unset", "SKY1136.every_function"];

    public static TheoryData<string, string> Switches
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var rule in AllRules.Rules)
            {
                foreach (var option in rule.Options.Where(o => o.CdkNag.Count > 0))
                    data.Add(rule.Id, option.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public async Task Bad_is_flagged_when_the_switch_is_on(string id, string option)
    {
        Assert.NotEmpty(await Verify.Diagnostics(Case(id).BadWith(option), On(id, option), [id]));
        Assert.Empty(await Verify.Diagnostics(Case(id).BadWith(option), SetupOf(id), [id]));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public async Task Good_is_silent_when_the_switch_is_on(string id, string option) =>
        Assert.Empty(await Verify.Diagnostics(Case(id).GoodWith(option), On(id, option), [id]));

    /// <summary>What is not wrong without the switch is not wrong by the rule's own measure either.</summary>
    [Theory]
    [MemberData(nameof(Switches))]
    public async Task Good_of_the_rule_stays_good_without_the_switch(string id, string option) =>
        Assert.Empty(await Verify.Diagnostics(Case(id).GoodWith(option), SetupOf(id), [id]));

    [Theory]
    [MemberData(nameof(Switches))]
    public async Task A_fix_turns_bad_into_good(string id, string option)
    {
        if (s_fixable.Contains($"{id}.{option}"))
            Assert.Equal(Case(id).GoodWith(option).Replace("class Good", "class Bad", StringComparison.Ordinal), await Verify.FixAll(id, Case(id).BadWith(option), On(id, option)));
        else
            await Verify.NoFix(id, Case(id).BadWith(option), On(id, option));
    }

    [Fact]
    public void Case_files_belong_to_a_switch()
    {
        var switches = AllRules.Rules.SelectMany(r => r.Options.Where(o => o.CdkNag.Count > 0).Select(o => $"{r.Key}.{o.Name}"));
        Assert.Equal(switches.Order(), CaseFolder.All.Values.SelectMany(f => f.Options.Select(o => $"{f.Key}.{o}")).Order());
    }

    private static CaseFolder Case(string id) => CaseFolder.All[AllRules.Rules.Single(r => r.Id == id).Key];

    // The conformance run synthesizes without feature flags.
    private static Setup SetupOf(string id) => StackSource.WithFlags(CaseReferences.For(AllRules.Rules.Single(r => r.Id == id)));

    private static Setup On(string id, string option) => SetupOf(id).WithConfig($"skylint.{id}.{option}", "true");
}
