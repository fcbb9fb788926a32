using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

/// <summary>A generator that is a project of the solution and has not been built, as after a fresh clone.</summary>
public sealed class UnbuiltGeneratorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public UnbuiltGeneratorTests()
    {
        var roslyn = Path.GetDirectoryName(typeof(Microsoft.CodeAnalysis.Compilation).Assembly.Location);
        _folder.WriteProject("Generator/Generator.csproj", $"""
            <PropertyGroup><EnforceExtendedAnalyzerRules>false</EnforceExtendedAnalyzerRules></PropertyGroup>
            <ItemGroup>
              <Reference Include="{roslyn}/Microsoft.CodeAnalysis.dll" />
              <Reference Include="{roslyn}/Microsoft.CodeAnalysis.CSharp.dll" />
            </ItemGroup>
            """);
        _folder.Write("Generator/Generator.cs", """
            using Microsoft.CodeAnalysis;

            [Generator(LanguageNames.CSharp)]
            public sealed class Generator : IIncrementalGenerator
            {
                public void Initialize(IncrementalGeneratorInitializationContext context) =>
                    context.RegisterPostInitializationOutput(output => output.AddSource("Other.g.cs", "partial class C { partial void Unused(); internal partial int Other() => 1; }"));
            }
            """);
        _folder.WriteProject("App/App.csproj", """
            <ItemGroup><ProjectReference Include="../Generator/Generator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" /></ItemGroup>
            """);
        _folder.Write("App/C.cs", "static class Api { public static void Danger() { } }\npartial class C { internal partial int Other(); void M() { Api.Danger(); Other(); } }\n");
    }

    [Fact]
    public async Task It_is_built_and_the_code_is_checked_with_what_it_generates()
    {
        var run = await Run.InAsync(_folder.Root, "check", "App");
        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Lines, l => l.Contains(": warning SKY7001: ", StringComparison.Ordinal) || l.Contains("SKY7001: ", StringComparison.Ordinal));
        Assert.Contains("Building Generator, which other projects compile with", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("does not compile", run.Error, StringComparison.Ordinal);

        var again = await Run.InAsync(_folder.Root, "check", "App");
        Assert.Equal(1, again.ExitCode);
        Assert.DoesNotContain("Building", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_may_be_built_the_command_that_does_it_is_told_and_not_what_follows()
    {
        // What is restored and not built.
        await Run.InAsync(_folder.Root, "check", "App");
        Directory.Delete(_folder["Generator/bin"], recursive: true);

        var run = await Run.InAsync(_folder.Root, "check", "App", "--no-restore");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("SKY7001", run.Out, StringComparison.Ordinal);
        Assert.Contains("skylint: App/App.csproj lacks the code that 'Generator' generates, findings may be missing: run 'dotnet build Generator/Generator.csproj'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("does not compile", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_keeps_it_from_being_built_is_told()
    {
        _folder.Write("Generator/Broken.cs", "class Broken : Missing { }");
        var run = await Run.InAsync(_folder.Root, "check", "App");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("skylint: App/App.csproj lacks the code that 'Generator' generates, findings may be missing: Generator/Generator.csproj could not be built: CS0246: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("does not compile", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
