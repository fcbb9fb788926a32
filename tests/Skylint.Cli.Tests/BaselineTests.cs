using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

public sealed class BaselineTests : IDisposable
{
    private const string Api = "public static class Api { public static void Danger(string id = \"\") { } public static void Crash() { } }\n";

    private readonly TestFolder _folder = new();

    public BaselineTests()
    {
        _folder.WriteProject("App/App.csproj");
        _folder.Write("App/Api.cs", Api);
        _folder.Write("App/Old.cs", "class Old\n{\n    void M() => Api.Danger();\n    void N() => Api.Danger();\n}\n");
    }

    [Fact]
    public async Task Only_what_is_new_is_reported_wherever_the_old_lines_have_moved()
    {
        var written = await Run.InAsync(_folder.Root, "baseline", "App");
        Assert.Equal((0, "2 findings, written to skylint.baseline.json\n"), (written.ExitCode, written.Error[written.Error.IndexOf("2 findings", StringComparison.Ordinal)..]));

        var same = await Run.InAsync(_folder.Root, "check", "App", "--baseline", "skylint.baseline.json");
        Assert.Equal(0, same.ExitCode);
        Assert.Equal(["No new findings in 1 project.", "2 findings of the baseline left out.", ""], same.Lines);

        _folder.Write("App/Old.cs", "// moved\n\nclass Old\n{\n      void M() => Api.Danger();\n    void N() => Api.Danger();\n\n    void O() => Api.Danger();\n}\n");
        var more = await Run.InAsync(_folder["App"], "check", "--baseline", "../skylint.baseline.json", "--format", "json");
        Assert.Equal(1, more.ExitCode);
        Assert.Equal(["Old.cs:8:17 warning SKY7001 'Danger' is called; do not"], more.Findings);
        Assert.Equal(2, more.Json.GetProperty("summary").GetProperty("baseline").GetProperty("known").GetInt32());

        _folder.Write("App/Old.cs", "class Old { }\n");
        var less = await Run.InAsync(_folder.Root, "check", "App", "--baseline", "skylint.baseline.json");
        Assert.Equal(0, less.ExitCode);
        Assert.Contains("2 findings of the baseline no longer found: 'skylint baseline' takes them out of the file.", less.Lines);
    }

    [Fact]
    public async Task The_file_has_no_lines_and_no_machine_in_it()
    {
        await Run.InAsync(_folder.Root, "baseline", "App", "--output", "ci/known.json");
        var text = _folder.Read("ci/known.json");
        Assert.Contains("\"path\": \"../App/Old.cs\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Root, text, StringComparison.Ordinal);
        Assert.DoesNotContain("line", text, StringComparison.OrdinalIgnoreCase);
        await Run.InAsync(_folder["App"], "baseline", "--output", "../ci/known.json");
        Assert.Equal(text, _folder.Read("ci/known.json"));
    }

    [Theory]
    [InlineData(null, "There is no baseline file 'b.json'; 'skylint baseline --output b.json' writes one.")]
    [InlineData("{\n  \"version\": 1,\n<<<<<<< ours\n}", "The baseline file 'b.json' cannot be read, line 3 is not valid JSON; restore the file from version control (or resolve its conflict), or 'skylint baseline --output b.json' writes it anew.")]
    [InlineData("", "The baseline file 'b.json' cannot be read, line 1 is not valid JSON; restore the file from version control (or resolve its conflict), or 'skylint baseline --output b.json' writes it anew.")]
    [InlineData("[]", "'b.json' is not a baseline file of Skylint; give another file, or 'skylint baseline --output b.json' writes it anew.")]
    [InlineData("{ \"version\": 9, \"findings\": [] }", "The baseline file 'b.json' has version 9, and this version of skylint reads version 1; update the tool, or 'skylint baseline --output b.json' writes it anew.")]
    [InlineData("{ \"version\": 1, \"findings\": [ { \"rule\": \"SKY7001\" } ] }", "An entry of the baseline file 'b.json' has no fingerprint; restore the file from version control, or 'skylint baseline --output b.json' writes it anew.")]
    public async Task A_file_that_cannot_be_used_is_said_before_the_check(string? text, string expected)
    {
        if (text is not null)
            _folder.Write("b.json", text);
        var run = await Run.InAsync(_folder.Root, "check", "App", "--baseline", "b.json");
        Assert.Equal((2, "", $"skylint: {expected}\n"), (run.ExitCode, run.Out, run.Error));
    }

    [Fact]
    public async Task No_baseline_is_written_of_half_a_check()
    {
        _folder.Write("App/Crash.cs", "class Crash { void M() => Api.Crash(); }");
        var run = await Run.InAsync(_folder.Root, "baseline", "App");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("so no baseline was written", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["skylint.baseline.json"]));
    }

    public void Dispose() => _folder.Dispose();
}
