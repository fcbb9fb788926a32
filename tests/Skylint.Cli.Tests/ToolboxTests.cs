using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Cli.Analysis;
using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

public sealed class ToolboxTests
{
    [Fact]
    public void The_tool_has_every_analyzer_and_fix()
    {
        var tools = Toolbox.Skylint;
        Assert.Equal(AllRules.Rules, tools.Rules);
        var reported = tools.Analyzers.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id).ToHashSet();
        Assert.Empty(tools.Rules.Select(r => r.Id).Except(reported));
        Assert.Empty(tools.Rules.Where(r => r.FixSummary is not null && !tools.HasFix(r.Id)).Select(r => r.Id));
    }

    [Fact]
    public void The_loudest_of_several_profiles_counts()
    {
        static ReportDiagnostic? Of(string names, Rule rule) =>
            ProfileSet.Parse([names]).SettingsFor([rule]).Severities.TryGetValue(rule.Id, out var severity) ? severity : null;

        Assert.Null(Of("recommended", FakeRules.Danger));
        Assert.Null(Of("hipaa", FakeRules.Danger));
        Assert.Equal(ReportDiagnostic.Warn, Of("hipaa", FakeRules.Quiet));
        Assert.Equal(ReportDiagnostic.Suppress, Of("none", FakeRules.Danger));
        Assert.Equal(ReportDiagnostic.Suppress, Of("none; HIPAA", FakeRules.Danger));
        Assert.Equal(ReportDiagnostic.Warn, Of("none; HIPAA", FakeRules.Quiet));
    }
}
