using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

/// <summary>Projects that cannot be checked do not keep the others from being checked, and are not passed over in silence.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_rest_of_a_folder_is_checked_and_the_reasons_are_told()
    {
        const string danger = "static class Api { public static void Danger() { } public static void Crash() { } }\nclass C { void M() => Api.Danger(); }\n";
        _folder.WriteProject("Good/Good.csproj");
        _folder.Write("Good/C.cs", danger);
        _folder.WriteProject("Uncompiled/Uncompiled.csproj");
        _folder.Write("Uncompiled/C.cs", danger + "class D : Missing { int x = Missing.X; }");
        _folder.WriteProject("Unrestored/Unrestored.csproj", "<ItemGroup><PackageReference Include=\"No.Such.Package\" Version=\"1.0.0\" /></ItemGroup>");
        _folder.Write("Unrestored/C.cs", danger);
        _folder.Write("Unread/Unread.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>");
        _folder.WriteProject("Crashing/Crashing.csproj");
        _folder.Write("Crashing/C.cs", danger + "class D { void M() => Api.Crash(); }");
        _folder.WriteProject("Good/bin/Copy.csproj");
        _folder.WriteProject("cdk.out/asset/Copy.csproj");

        var run = await Run.InAsync(_folder.Root, "check", ".");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            ["Crashing", "Good", "Uncompiled", "Unrestored"],
            run.Lines.Where(l => l.Contains("SKY7001: ", StringComparison.Ordinal)).Select(l => l.Split('/')[0]));
        Assert.Contains("skylint: Unrestored/Unrestored.csproj could not be restored: NU1100: Unable to resolve 'No.Such.Package (>= 1.0.0)' for 'net10.0'.", run.Error, StringComparison.Ordinal);
        Assert.Contains("skylint: Unread/Unread.csproj could not be restored: MSB4025: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("skylint: Uncompiled/Uncompiled.csproj does not compile (2 errors, the first: CS0246); findings may be missing.", run.Error, StringComparison.Ordinal);
        Assert.Contains("skylint: An analyzer failed in Crashing, findings may be missing.", run.Error, StringComparison.Ordinal);
        Assert.Contains("skylint: 3 projects could not be checked completely: exit code 2.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Copy", run.Error, StringComparison.Ordinal);

        var again = await Run.InAsync(_folder.Root, "check", "Unrestored");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("skylint: Unrestored/Unrestored.csproj was loaded with an error", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_is_not_restored_is_not_passed_over_in_silence()
    {
        _folder.WriteProject("P.csproj");
        _folder.Write("C.cs", "class C { }");
        var run = await Run.InAsync(_folder.Root, "check", "P.csproj", "--no-restore");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("skylint: P.csproj was loaded with an error, findings may be missing: its packages have not been restored; run 'dotnet restore'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no 'nowhere'. Give a solution (.sln, .slnx), a C# project (.csproj) or a folder.", "check", "nowhere")]
    [InlineData("There is no C# project in '.' or below. Give a solution (.sln, .slnx), a project (.csproj) or another folder.", "check")]
    [InlineData("'nuget.config' is neither a solution (.sln, .slnx) nor a C# project (.csproj).", "check", "nuget.config")]
    [InlineData("The solution 'empty.slnx' has no C# project.", "check", "empty.slnx")]
    [InlineData("'broken.slnx' could not be read as a solution: ", "check", "broken.slnx")]
    [InlineData("Argument 'xml' not recognized. Must be one of: 'text' 'json' 'sarif' 'html'. 'skylint check --help' shows what it takes.", "check", "--format", "xml")]
    [InlineData("There is no profile 'hippa'. Known profiles: recommended, strict, none, ", "check", "--profile", "hippa")]
    [InlineData("There is no folder 'nowhere' for --root.", "check", "one.csproj", "--root", "nowhere")]
    [InlineData("There is no command 'lint'. Known commands: check, fix, baseline, rules, explain.", "lint")]
    [InlineData("There is no rule 'SKY701'. Did you mean SKY7001 or SKY7002 or SKY7003?", "explain", "SKY701")]
    [InlineData("There is no rule 'DangerCaled'. Did you mean DangerCalled?", "fix", "--rule", "DangerCaled")]
    [InlineData("There is no rule 'zzz'. 'skylint rules' lists them.", "explain", "zzz")]
    [InlineData("SKY7003 (Quiet is called) has no fix. Only the owner can decide.", "fix", "--rule", "QuietCalled")]
    public async Task Bad_input_gives_one_line_that_says_what_to_do(string message, params string[] args)
    {
        _folder.Write("empty.slnx", "<Solution />");
        _folder.Write("broken.slnx", "<Solution>");
        if (args.Contains("one.csproj"))
            _folder.WriteProject("one.csproj");
        var run = await Run.InAsync(_folder.Root, args);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.StartsWith($"skylint: {message}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    public void Dispose() => _folder.Dispose();
}
