using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Cli.Analysis;
using Xunit;

namespace Skylint.Cli.Tests;

public sealed class ProfileSwitchesTests
{
    [Fact]
    public void A_profile_turns_on_the_switches_of_its_pack()
    {
        Assert.Contains("skylint.SKY1029.every_wildcard", Switches("aws-solutions"));
        Assert.Contains("skylint.SKY1029.every_wildcard", Switches("none; serverless; aws-solutions"));
        Assert.DoesNotContain("skylint.SKY1029.every_wildcard", Switches("hipaa"));
        Assert.Empty(Switches("recommended"));
    }

    /// <summary>What the project configures wins, for all files as well as for one.</summary>
    [Theory]
    [InlineData(null, null, "true")]
    [InlineData("false", null, "false")]
    [InlineData(null, "false", "false")]
    [InlineData("true", "false", "false")]
    public void The_code_configures_over_the_profile(string? everywhere, string? file, string expected)
    {
        const string Key = "skylint.SKY1029.every_wildcard";
        var provider = new ProfileSwitches(new Configured(Key, everywhere, file), Switches("aws-solutions"));
        // A rule asks in this order.
        var found = provider.GetOptions(CSharpSyntaxTree.ParseText("")).TryGetValue(Key, out var value) || provider.GlobalOptions.TryGetValue(Key, out value);
        Assert.True(found);
        Assert.Equal(expected, value);
        Assert.False(provider.GlobalOptions.TryGetValue("skylint.SKY1007.unset", out _));
    }

    private static IReadOnlySet<string> Switches(string profiles) => ProfileSet.Parse([profiles]).SettingsFor(AllRules.Rules).Switches;

    private sealed class Configured(string key, string? everywhere, string? file) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(key, everywhere);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(key, file);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(key, file);

        private sealed class Values(string key, string? text) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string asked, [NotNullWhen(true)] out string? value) => (value = asked == key ? text : null) is not null;
        }
    }
}
