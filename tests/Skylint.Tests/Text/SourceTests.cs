using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>What is told apart: text from outside, text of unknown origin, and text that is written elsewhere.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData("public void M(APIGatewayProxyRequest request) { command.CommandText = \"SELECT '\" + request.Body + \"'\"; }", "external")]
    [InlineData("public void M(Dto dto, ILambdaContext context) { command.CommandText = \"SELECT '\" + dto.Name + \"'\"; }", "external")]
    [InlineData("public void M() { var line = Console.ReadLine(); command.CommandText = \"SELECT '\" + line + \"'\"; }", "external")]
    [InlineData("public void M(string name) { command.CommandText = \"SELECT '\" + name + \"'\"; }", "unknown")]
    [InlineData("public void M(Dto dto) { command.CommandText = \"SELECT '\" + dto.Name + \"'\"; }", "unknown")]
    public async Task Origin_is_reported(string method, string origin)
    {
        var diagnostic = Assert.Single(await Verify.Diagnostics(Wrap(method), TextRefs.Setup, ["SKY3001"]));
        Assert.Equal(origin, diagnostic.Properties["origin"]);
    }

    [Theory]
    [InlineData("public void M(string sql) { command.CommandText = sql; }", true)]
    [InlineData("public void M() { command.CommandText = Setting; }", true)]
    [InlineData("public void M() { command.CommandText = \"SELECT id FROM \" + Setting; }", true)]
    [InlineData("public void M() { command.CommandText = File.ReadAllText(\"schema.sql\"); }", true)]
    [InlineData("public void M() { using var reader = new StreamReader(typeof(Dto).Assembly.GetManifestResourceStream(\"schema.sql\")!); command.CommandText = reader.ReadToEnd(); }", false)]
    public async Task Text_that_is_written_elsewhere_is_a_suggestion(string method, bool isReported)
    {
        var found = await Verify.Diagnostics(Wrap(method), TextRefs.Setup, ["SKY3001", "SKY3004"]);
        Assert.Equal(isReported ? "SKY3004" : "", string.Concat(found.Select(d => d.Id)));
    }

    [Fact]
    public Task Unknown_can_be_switched_off() => Verify.Silent(
        "SKY3001",
        Wrap("public void M(string name) { command.CommandText = \"SELECT '\" + name + \"'\"; }"),
        TextRefs.Setup.WithConfig("skylint.SKY3001.unknown", "none"));

    [Fact]
    public Task Own_sanitizers_count() => Verify.Silent(
        "SKY3001",
        Wrap("public void M(string name) { command.CommandText = \"SELECT id FROM \" + Dto.Quote(name); }"),
        TextRefs.Setup.WithConfig("skylint.SKY3001.sanitizers", "Dto.Quote"));

    [Fact]
    public async Task Nothing_is_reported_once_the_budget_is_spent()
    {
        var sum = string.Join(" + ", Enumerable.Range(0, 6000).Select(i => $"(name + {i})"));
        Assert.Empty(await Verify.Diagnostics(Wrap($"public void M(string name) {{ command.CommandText = string.Concat(new[] {{ {sum.Replace(" + (", ", (")} }}); }}"), TextRefs.Setup, ["SKY3001", "SKY3004"]));
    }

    [Fact]
    public async Task Code_that_does_not_compile_does_no_harm()
    {
        var setup = TextRefs.Setup with { AllowCompileErrors = true };
        await Verify.Diagnostics(Wrap("public void M(string name) { command.CommandText = \"SELECT \" + name + ; var x = $\"{ ; command.CommandText = undefined(name) + $\"{name\"; }"), setup, null);
    }

    private static string Wrap(string method) => $$"""
        using Microsoft.Data.Sqlite; using Amazon.Lambda.Core; using Amazon.Lambda.APIGatewayEvents;
        public sealed class Dto { public string Name { get; set; } = ""; public static string Quote(string name) => "\"" + name + "\""; }
        public sealed class Store(SqliteCommand command)
        {
            public string Setting { get; set; } = "";
            {{method}}
        }
        """;
}
