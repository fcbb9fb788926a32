using Skylint.Catalog;
using Skylint.Tests.Support;
using Skylint.Text;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>The case folder of every rule about text: bad is reported, good is not, and the fix turns one into the other where it can.</summary>
public sealed class TextCaseTests
{
    public static TheoryData<string> Keys => [.. TextRules.All.Select(r => r.Key)];

    public static TheoryData<string> FixedKeys => [.. TextRules.All.Where(r => r.FixSummary is not null).Select(r => r.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Bad_is_reported_once(string key)
    {
        var rule = Rule(key);
        var found = await Verify.Diagnostics(CaseFolder.All[key].Bad, TextRefs.Setup, [rule.Id]);
        var diagnostic = Assert.Single(found);
        Assert.Equal(key, diagnostic.Properties["key"]);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Good_is_silent(string key)
    {
        var found = await Verify.Diagnostics(CaseFolder.All[key].Good, TextRefs.Setup, [.. TextRules.All.Select(r => r.Id)]);
        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(FixedKeys))]
    public Task Fix_turns_bad_into_good(string key)
    {
        var folder = CaseFolder.All[key];
        return Verify.Fix(Rule(key).Id, folder.Bad, folder.Fixed, TextRefs.Setup);
    }

    private static Rule Rule(string key) => TextRules.All.Single(r => r.Key == key);
}
