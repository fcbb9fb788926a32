using System.Globalization;
using System.Text.RegularExpressions;
using Skylint.Catalog;
using Xunit;

namespace Skylint.Docs.Tests;

public sealed partial class ProfileFileTests
{
    /// <summary>The compiler drops keys that two global configurations of one level set; and a user's own configuration starts at zero.</summary>
    [Fact]
    public void Levels_are_distinct_and_below_those_of_users()
    {
        var levels = Profile.All.Select(LevelOf).ToList();
        Assert.Equal(levels.Count, levels.Distinct().Count());
        Assert.All(levels, level => Assert.True(level < 0));
    }

    [Fact]
    public void None_gives_way_to_every_other_profile() =>
        Assert.Equal("none", Profile.All.MinBy(LevelOf)!.Name);

    /// <summary>An entry for a rule would defeat what users set for a whole category.</summary>
    [Fact]
    public void The_default_profile_sets_nothing() =>
        Assert.DoesNotContain("dotnet_diagnostic", Text("recommended"), StringComparison.Ordinal);

    [Fact]
    public void Profiles_set_the_rules_that_they_are_about()
    {
        Assert.Contains("dotnet_diagnostic.SKY2001.severity = warning\ndotnet_diagnostic.SKY2002.severity = warning\n", Text("strict"), StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.SKY2002.severity = none\n", Text("none"), StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.SKY2001.severity = warning\n", Text("hipaa"), StringComparison.Ordinal);
        Assert.DoesNotContain("SKY2002", Text("hipaa"), StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet_diagnostic", Text("serverless"), StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_turn_on_what_their_pack_asks_for()
    {
        Assert.EndsWith("\nskylint.SKY2001.every_name = true\n", Text("pci-dss"), StringComparison.Ordinal);
        Assert.EndsWith("\nskylint.SKY2001.every_name = true\n", Text("strict"), StringComparison.Ordinal);
        Assert.DoesNotContain("skylint.", Text("hipaa"), StringComparison.Ordinal);
    }

    private static int LevelOf(Profile profile) =>
        int.Parse(GlobalLevel().Match(Text(profile.Name)).Groups[1].Value, CultureInfo.InvariantCulture);

    private static string Text(string name) => ProfileFile.Render(Profile.All.Single(profile => profile.Name == name), Rules.All).Text;

    [GeneratedRegex(@"^global_level = (-?\d+)$", RegexOptions.Multiline)]
    private static partial Regex GlobalLevel();
}
