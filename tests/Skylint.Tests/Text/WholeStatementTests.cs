using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>
/// A statement that somebody hands over whole is theirs, whatever other statements meet it on the way to the database and whatever is done to it there. The same
/// code that splices a value into a statement is reported.
/// </summary>
public sealed class WholeStatementTests
{
    // TEXT is a whole statement from a caller, or a statement into which a caller's value is spliced.
    private static readonly Dictionary<string, (string Members, string Use)> s_shapes = new()
    {
        ["nothing around it"] = ("", "command.CommandText = TEXT;"),
        ["a method with other callers"] = (
            "private void Run(string sql) { command.CommandText = sql; } public void All() { Run(\"SELECT a FROM t\"); Run(\"SELECT b FROM t WHERE c = 1\"); }",
            "Run(TEXT);"),
        ["an extension method with other callers"] = (
            "public void All() { command.RunAny(\"SELECT a FROM t\"); command.RunAny($\"SELECT b FROM {typeof(Orders).Name}\"); }",
            "command.RunAny(TEXT);"),
        ["an extension method behind another"] = (
            "public void All() { command.RunLogged(\"SELECT a FROM t\"); }",
            "command.RunLogged(TEXT);"),
        ["a format with values that the dialect quotes"] = (
            "public void All() { command.RunAny(\"SELECT a FROM t\"); }",
            "command.RunAny((TEXT).WithValues(dialect, values));"),
        ["a format of the class library"] = ("", "command.CommandText = string.Format(TEXT, \"orders\", 1);"),
        ["a name is replaced"] = ("", "command.CommandText = (TEXT).Replace(\"$schema\", \"dbo\");"),
        ["a pattern is replaced"] = ("", "command.CommandText = System.Text.RegularExpressions.Regex.Replace(TEXT, \"#\", \"dbo\");"),
        ["a name is replaced in a builder"] = ("", "var builder = new StringBuilder(TEXT); builder.Replace(\"$schema\", \"dbo\"); command.CommandText = builder.ToString();"),
        ["a name is replaced by a helper"] = (
            "private static string InSchema(string sql, string schema) => sql.Replace(\"$schema\", schema);",
            "command.CommandText = InSchema(TEXT, \"dbo\");"),
        ["either or"] = ("", "command.CommandText = flag ? \"SELECT a FROM t\" : TEXT;"),
        ["a default"] = ("", "string? given = flag ? null : TEXT; command.CommandText = given ?? \"SELECT a FROM t\";"),
        ["a default that is filled in"] = ("", "string? given = flag ? null : TEXT; given ??= \"SELECT a FROM t\"; command.CommandText = given;"),
        ["a switch"] = ("", "command.CommandText = values.Length switch { 0 => \"SELECT a FROM t\", 1 => TEXT, _ => \"SELECT b FROM t\" };"),
        ["branches"] = ("", "string text; if (flag) text = \"SELECT a FROM t\"; else text = TEXT; command.CommandText = text;"),
        ["a helper that returns either"] = (
            "private string Choose(string sql) { if (flag) return \"SELECT a FROM t WHERE b = 'x'\"; return sql; }",
            "command.CommandText = Choose(TEXT);"),
        ["an out parameter"] = (
            "private void Choose(string sql, out string chosen) { if (flag) chosen = \"SELECT a FROM t\"; else chosen = sql; }",
            "Choose(TEXT, out var chosen); command.CommandText = chosen;"),
        ["a field with a default"] = (
            "private string _text = \"SELECT a FROM t\"; public void Go() { command.CommandText = _text; }",
            "_text = TEXT;"),
        ["a lambda"] = ("", "Action<string> run = text => command.CommandText = text; run(\"SELECT a FROM t\"); run(TEXT);"),
        ["a local function"] = ("", "Run(\"SELECT a FROM t\"); Run(TEXT); void Run(string text) { command.CommandText = text; }"),
    };

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_whole_statement_is_its_callers(string shape) => Assert.Equal(["SKY3004"], await Found(shape, "sql"));

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_value_in_a_statement_is_reported(string shape) => Assert.Equal(["SKY3001"], await Found(shape, "(\"SELECT a FROM t WHERE b = '\" + sql + \"'\")"));

    // What is put between the words of the program stays a finding on every way, and so does a hole in one of several templates.
    [Theory]
    [InlineData("command.CommandText = \"SELECT a FROM t WHERE b = \" + (flag ? \"1\" : sql);")]
    [InlineData("command.CommandText = \"SELECT a FROM t WHERE b = \" + (flag ? sql : \"1\") + \" AND c = 2\";")]
    [InlineData("command.CommandText = string.Format(flag ? \"SELECT a FROM t WHERE b = '{0}'\" : \"SELECT a FROM t WHERE b = '{0}' AND c = 1\", sql);")]
    [InlineData("command.CommandText = (flag ? \"SELECT a FROM t WHERE b = 'X'\" : \"SELECT a FROM u WHERE b = 'X'\").Replace(\"X\", sql);")]
    [InlineData("var text = flag ? \"SELECT a FROM t\" : \"SELECT a FROM u\"; text += \" WHERE b = '\" + sql + \"'\"; command.CommandText = text;")]
    [InlineData("var text = \"SELECT a FROM t WHERE b IN (\"; text += sql; text = flag ? text + \")\" : \"\"; command.CommandText = text;")]
    public async Task A_value_between_words_is_reported_whatever_meets_it(string statements) => Assert.Equal(["SKY3001"], await FoundIn("", statements));

    // The words of one statement are not around the pieces of another, nor its quotes.
    [Theory]
    [InlineData("command.CommandText = flag ? \"SELECT a FROM t WHERE b = 'it''s\" : \"SELECT a FROM \" + sql;", "a name cannot be a parameter, so choose it from a fixed list")]
    [InlineData("command.CommandText = flag ? \"SELECT a FROM t ORDER BY\" : \"SELECT a FROM t WHERE b = \" + sql;", "pass it as a parameter")]
    public async Task Advice_follows_from_the_statement_in_which_the_value_stands(string statements, string advice)
    {
        Assert.EndsWith("; " + advice, Assert.Single(await Verify.Diagnostics(Source("", statements), TextRefs.Setup, ["SKY3001", "SKY3004"])).GetMessage());
    }

    // Nobody hands over anything to a method that is not called. Where others may call it, they may.
    [Theory]
    [InlineData("private void Unused(string text) { command.CommandText = text; }", "")]
    [InlineData("internal void Unused(string text) { command.CommandText = text; }", "")]
    [InlineData("private void Unused(string text) { command.CommandText = flag ? \"SELECT a FROM t\" : text; }", "")]
    [InlineData("private void Unused(string text) { command.CommandText = \"SELECT a FROM t WHERE b = '\" + text + \"'\"; }", "SKY3001")]
    [InlineData("private void Unused(string text) { command.CommandText = flag ? Console.ReadLine()! : text; }", "SKY3001")]
    [InlineData("protected void Used(string text) { command.CommandText = text; }", "SKY3004")]
    [InlineData("public interface IRun { void Used(string text); } private sealed class Runs(SqliteCommand inner) : IRun { void IRun.Used(string text) { inner.CommandText = text; } }", "SKY3004")]
    [InlineData("private void Used(string text) { command.CommandText = text; } public Action<string> Get() => Used;", "SKY3004")]
    [InlineData("public sealed class Query { private readonly string _text; private Query(string text) { _text = text; } public static Query Of(string text) => new(text); public void Run(SqliteCommand inner) { inner.CommandText = _text; } }", "SKY3004")]
    public async Task A_statement_that_nobody_hands_over_is_no_finding(string member, string expected) =>
        Assert.Equal(expected, string.Concat(await FoundIn(member, "_ = sql;")));

    [Theory]
    [InlineData("Process.Start(\"git\", flag ? \"--version\" : sql);", false)]
    [InlineData("Process.Start(\"git\", flag ? \"--version\" : \"clone \" + sql);", true)]
    [InlineData("Process.Start(\"git\", (flag ? \"clone \" : \"fetch \\\"\" ) + sql);", true)]
    public async Task A_whole_command_line_is_its_callers_too(string statements, bool isBad) =>
        Assert.Equal(isBad, !(await Verify.Diagnostics(Source("", statements), TextRefs.Setup, ["SKY3008"])).IsEmpty);

    private static Task<IEnumerable<string>> Found(string shape, string text) => FoundIn(s_shapes[shape].Members, s_shapes[shape].Use.Replace("TEXT", text));

    private static async Task<IEnumerable<string>> FoundIn(string members, string statements) =>
        (await Verify.Diagnostics(Source(members, statements), TextRefs.Setup, ["SKY3001", "SKY3004"])).Select(d => d.Id);

    private static string Source(string members, string statements) => $$"""
        using System.Diagnostics;
        using System.Text;
        using Microsoft.Data.Sqlite;

        public interface IDialect
        {
            string Quoted(object value);
        }

        internal static class Extensions
        {
            public static void RunAny(this SqliteCommand command, string sql) { command.CommandText = sql; }

            public static void RunLogged(this SqliteCommand command, string sql) { Console.WriteLine(sql); command.RunAny(sql); }

            public static void Check(SqliteCommand command) { command.RunAny("SELECT 1"); command.RunLogged("SELECT 2"); }

            public static string WithValues(this string sql, IDialect dialect, params object[] values)
            {
                if (values.Length == 0)
                    return sql;
                var quoted = new List<string>();
                foreach (var value in values)
                {
                    if (value == null)
                        quoted.Add("NULL");
                    else
                        quoted.Add(dialect.Quoted(value));
                }

                return string.Format(sql, quoted.ToArray());
            }
        }

        public class Orders(SqliteCommand command, IDialect dialect, bool flag)
        {
            {{members}}
            public void Run(string sql, params object[] values)
            {
                {{statements}}
            }
        }
        """;
}
