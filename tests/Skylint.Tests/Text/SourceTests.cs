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
    [InlineData("public void M(Amazon.Lambda.SQSEvents.SQSEvent e) { foreach (var r in e.Records) command.CommandText = \"SELECT '\" + r.Body + \"'\"; }", "external")]
    [InlineData("public void M(Amazon.Lambda.SNSEvents.SNSEvent e) { command.CommandText = \"SELECT '\" + e.Records[0].Sns.Message + \"'\"; }", "external")]
    [InlineData("public void M(Amazon.Lambda.S3Events.S3Event e) { command.CommandText = \"SELECT '\" + e.Records[0].S3.Object.Key + \"'\"; }", "external")]
    [InlineData("public void M(Amazon.Lambda.KinesisEvents.KinesisEvent e) { using var reader = new StreamReader(e.Records[0].Kinesis.Data); command.CommandText = \"SELECT '\" + reader.ReadToEnd() + \"'\"; }", "external")]
    [InlineData("public void M(Microsoft.AspNetCore.Http.HttpRequest request) { command.CommandText = \"SELECT '\" + request.Query[\"name\"] + \"'\"; }", "external")]
    [InlineData("public void M(Microsoft.AspNetCore.Builder.WebApplication app) { app.MapGet(\"/\", (string name) => { command.CommandText = \"SELECT '\" + name + \"'\"; }); }", "external")]
    [InlineData("public void M(Microsoft.AspNetCore.Builder.WebApplication app) { app.MapGet(\"/\", Get); void Get(string name) { command.CommandText = \"SELECT '\" + name + \"'\"; } }", "external")]
    [InlineData("public void M(System.Net.Sockets.NetworkStream stream) { using var reader = new StreamReader(stream); command.CommandText = \"SELECT '\" + reader.ReadLine() + \"'\"; }", "external")]
    [InlineData("public async Task M(HttpClient client) { command.CommandText = \"SELECT '\" + await client.GetStringAsync(\"https://example.org\") + \"'\"; }", "external")]
    [InlineData("public void M() { command.CommandText = \"SELECT '\" + File.ReadAllText(\"name.txt\") + \"'\"; }", "external")]
    [InlineData("internal static class Other { public static void M(SqliteCommand command, string name) { command.CommandText = \"SELECT '\" + name + \"'\"; } } public void Call() { Other.M(command, Console.ReadLine()!); }", "external")]
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
    [InlineData("public sealed class Builder(string sql) { public string Sql => \"SELECT id FROM t \" + sql; } public void M(Builder builder) { command.CommandText = builder.Sql; }", true)]
    [InlineData("public void M() { using var reader = new StreamReader(typeof(Dto).Assembly.GetManifestResourceStream(\"schema.sql\")!); command.CommandText = reader.ReadToEnd(); }", false)]
    public async Task Text_that_is_written_elsewhere_is_a_suggestion(string method, bool isReported)
    {
        var found = await Verify.Diagnostics(Wrap(method), TextRefs.Setup, ["SKY3001", "SKY3004"]);
        Assert.Equal(isReported ? "SKY3004" : "", string.Concat(found.Select(d => d.Id)));
    }

    [Theory]
    [InlineData("internal static class Other { public static void M(SqliteCommand command, string name) { command.CommandText = \"SELECT '\" + name + \"'\"; } } public void Call() { Other.M(command, \"a\"); Other.M(command, \"b\"); }")]
    [InlineData("internal sealed class Bag { internal string Text = \"a\"; } public void M() { var bag = new Bag(); bag.Text = \"b\"; command.CommandText = \"SELECT '\" + bag.Text + \"'\"; }")]
    [InlineData("internal sealed class Other { internal void M(SqliteCommand command, Dictionary<int, string> map) { command.CommandText = \"SELECT '\" + map[1] + \"'\"; } } public void Call() { var map = new Dictionary<int, string>(); map.Add(1, \"a\"); new Other().M(command, map); }")]
    [InlineData("internal interface IStore { void M(string name); } internal sealed class Impl(SqliteCommand command) : IStore { public void M(string name) { command.CommandText = \"SELECT '\" + name + \"'\"; } } internal static void Call(Impl impl, IStore store) { impl.M(\"a\"); store.M(\"b\"); }")]
    public Task Code_in_sight_that_passes_fixed_text_is_silent(string method) => Verify.Silent("SKY3001", Wrap(method), TextRefs.Setup);

    [Theory]
    [InlineData("internal sealed class Dto2 { public string Name { get; set; } = \"\"; } internal void M(Dto2 dto) { command.CommandText = \"SELECT '\" + dto.Name + \"'\"; }")]
    [InlineData("public interface IStore { void M(string name); } internal sealed class Impl(SqliteCommand command) : IStore { public void M(string name) { command.CommandText = \"SELECT '\" + name + \"'\"; } } internal static void Call(Impl impl) => impl.M(\"a\");")]
    public async Task What_code_out_of_sight_may_fill_is_reported(string method) =>
        Assert.Single(await Verify.Diagnostics(Wrap(method), TextRefs.Setup, ["SKY3001"]));

    [Fact]
    public Task Friends_of_the_assembly_are_out_of_sight() => Verify.Analyzer(
        "SKY3001",
        "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]\n" + "internal static class Other { internal static void M(Microsoft.Data.Sqlite.SqliteCommand command, string name) { command.CommandText = [|\"SELECT '\" + name + \"'\"|]; } internal static void Call(Microsoft.Data.Sqlite.SqliteCommand command) => M(command, \"a\"); }",
        TextRefs.Setup);

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

    // The class is there twice, as when two copies of a template are compiled together.
    [Fact]
    public async Task What_is_ambiguous_says_nothing()
    {
        const string Source = "using Microsoft.Data.Sqlite; public class Twice { public const string Column = \"a\"; public void Run(SqliteCommand command) { command.CommandText = Column; command.CommandText = \"SELECT \" + Column; } }";
        Assert.Empty(await Verify.Diagnostics(Source, (TextRefs.Setup with { AllowCompileErrors = true }).WithSource("Copy.cs", Source), ["SKY3001", "SKY3004"]));
    }

    [Theory]
    [InlineData("name + \" = :v\"", "use a placeholder from ExpressionAttributeNames")]
    [InlineData("\"a = :v AND \" + name + \" > :w\"", "use a placeholder from ExpressionAttributeNames")]
    [InlineData("\"a = \" + name", "use a placeholder from ExpressionAttributeValues")]
    public async Task The_placeholder_of_an_expression_follows_from_what_stands_around(string text, string advice)
    {
        var source = Wrap($"public void M(string name) {{ _ = new Amazon.DynamoDBv2.Model.QueryRequest {{ KeyConditionExpression = {text} }}; }}");
        Assert.EndsWith(advice, Assert.Single(await Verify.Diagnostics(source, TextRefs.Setup, ["SKY3003"])).GetMessage());
    }

    // A call that does not bind may be a call of the method, with anything; one of a dynamic object is not looked into.
    [Theory]
    [InlineData("Missing missing = new(); missing.Find(name);", false)]
    [InlineData("new Missing().Value?.Find(name);", false)]
    [InlineData("Find(name, 1);", false)]
    [InlineData("dynamic other = this; other.Find(name);", true)]
    [InlineData("Missing missing = new(); missing.Search(name);", true)]
    public async Task Callers_that_do_not_compile_say_nothing(string call, bool isReported)
    {
        var setup = TextRefs.Setup with { AllowCompileErrors = true };
        var source = Wrap($"private void Find(string text) {{ command.CommandText = \"SELECT a FROM t WHERE b = '\" + text + \"'\"; }} public void Run(string name) {{ {call} }}");
        Assert.Equal(isReported, !(await Verify.Diagnostics(source, setup, ["SKY3001"])).IsEmpty);
    }

    private static string Wrap(string method) => $$"""
        using Microsoft.AspNetCore.Builder; using Microsoft.Data.Sqlite; using Amazon.Lambda.Core; using Amazon.Lambda.APIGatewayEvents;
        public sealed class Dto { public string Name { get; set; } = ""; public static string Quote(string name) => "\"" + name + "\""; }
        public sealed class Store(SqliteCommand command)
        {
            public string Setting { get; set; } = "";
            {{method}}
        }
        """;

    [Fact]
    public async Task A_command_that_wraps_another_is_no_place_of_its_own()
    {
        const string Source = """
            using System.Data.Common; using Microsoft.Data.Sqlite;
            public sealed class Wrapper(SqliteCommand inner) : IdleCommand
            {
                public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }
                public override int ExecuteNonQuery() => inner.ExecuteNonQuery();
                public static void Use(Wrapper wrapper, string name) { wrapper.CommandText = "SELECT a FROM t WHERE b = '" + name + "'"; }
            }
            """;
        var found = Assert.Single(await Verify.Diagnostics(Source, TextRefs.Setup, ["SKY3001", "SKY3004"]));
        Assert.Equal("SKY3001", found.Id);
    }

    [Theory]
    [InlineData("builder.Where(\"b = @b\", new { b = name });", "")]
    [InlineData("builder.Where(\"b = '\" + name + \"'\");", "builder.Where")]
    public async Task What_a_builder_of_Dapper_holds_is_judged_where_it_is_put_in(string statement, string reported)
    {
        var source = $$"""
            using Dapper; using Microsoft.Data.Sqlite;
            namespace Dapper
            {
                public class SqlBuilder
                {
                    public class Template { public string RawSql => Made(); public object? Parameters => null; public static Func<string> Made = null!; }
                    public Template AddTemplate(string sql, object? parameters = null) => new();
                    public SqlBuilder Where(string sql, object? parameters = null) => this;
                }
            }
            public class Store
            {
                public void Run(SqliteConnection connection, string name)
                {
                    var builder = new SqlBuilder();
                    var template = builder.AddTemplate("SELECT a FROM t /**where**/");
                    {{statement}}
                    connection.Query<int>(template.RawSql, template.Parameters);
                }
            }
            """;
        var found = await Verify.Diagnostics(source, TextRefs.Setup, ["SKY3001", "SKY3004"]);
        var lines = source.Split('\n');
        Assert.Equal(reported, string.Concat(found.Select(d => lines[d.Location.GetLineSpan().StartLinePosition.Line].Trim()[..13])));
    }

    [Fact]
    public Task A_method_of_Dapper_that_only_reads_a_statement_runs_none() => Verify.Silent("SKY3004", """
        namespace Dapper
        {
            public static class SqlMapper { public static int CountTokens(string sql) => sql.Length; public static int Use(string sql) => CountTokens(sql); }
        }
        """, TextRefs.Setup);
}
