using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

public sealed class CheckTests(CheckedSolution solution) : IClassFixture<CheckedSolution>
{
    [Fact]
    public void Reports_what_configuration_and_suppressions_leave()
    {
        Assert.Equal(
            [
                "src/App/Code.cs:7:9 warning SKY7001 'Danger' is called; do not",
                "src/App/Code.cs:8:9 info SKY7002 'Unfixable' is called; do not",
                "src/App/Code.cs:10:9 warning SKY7004 'appsettings.Test.json=test appsettings.json=base cdk.json=flags' is called; do not",
                "src/App/Loud/Loud.cs:1:25 error SKY7001 'Danger' is called; do not",
                "src/App/Loud/Loud.cs:1:39 info SKY7003 'Quiet' is called; do not",
                "src/Multi/Old.cs:2:25 warning SKY7001 'Danger' is called; do not",
                "src/Muted/Muted.cs:1:40 info SKY7002 'Unfixable' is called; do not",
                "src/Shared/Shared.cs:1:28 warning SKY7001 'Danger' is called; do not",
            ],
            solution.Default.Findings);
        Assert.Equal(1, solution.Default.ExitCode);
    }

    [Fact]
    public void A_profile_ranks_below_what_the_code_configures()
    {
        Assert.Equal(
            [
                "App/Calm/Calm.cs:1:56 warning SKY7003 'Quiet' is called; do not",
                "App/Code.cs:7:9 warning SKY7001 'Danger' is called; do not",
                "App/Code.cs:8:9 warning SKY7002 'Unfixable' is called; do not",
                "App/Code.cs:9:9 warning SKY7003 'Quiet' is called; do not",
                "App/Code.cs:10:9 warning SKY7004 'appsettings.Test.json=test appsettings.json=base cdk.json=flags' is called; do not",
                "App/Loud/Loud.cs:1:25 error SKY7001 'Danger' is called; do not",
                "App/Loud/Loud.cs:1:39 info SKY7003 'Quiet' is called; do not",
                "Multi/Old.cs:2:25 warning SKY7001 'Danger' is called; do not",
                "Muted/Muted.cs:1:40 warning SKY7002 'Unfixable' is called; do not",
                "Shared/Shared.cs:1:28 warning SKY7001 'Danger' is called; do not",
            ],
            solution.Strict.Findings);
        Assert.Equal(0, solution.Strict.ExitCode);
    }

    [Fact]
    public void Findings_carry_what_scripts_need()
    {
        var finding = solution.Default.Json.GetProperty("findings").EnumerateArray().First(f => f.GetProperty("path").GetString() == "src/App/Code.cs");
        Assert.Equal("DangerCalled", finding.GetProperty("key").GetString());
        Assert.Equal("Subject", finding.GetProperty("constructId").GetString());
        Assert.Equal("Security", finding.GetProperty("category").GetString());
        Assert.True(finding.GetProperty("hasFix").GetBoolean());
        Assert.Equal(30, finding.GetProperty("endColumn").GetInt32());
        Assert.Equal(3, solution.Default.Json.GetProperty("summary").GetProperty("projects").GetInt32());
        Assert.Empty(solution.Default.Json.GetProperty("failures").EnumerateArray());
    }

    [Fact]
    public void Progress_is_told_on_the_error_stream_and_names_what_is_restored() =>
        Assert.Equal(
            ["Restoring 3 projects", "Loading 3 projects", "Checking App (1 of 4)"],
            solution.Default.Error.Split('\n').Take(3));
}
