using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>
/// A helper that makes text out of its parameters is judged call by call: what one caller hands it says nothing about what another gets. Each
/// helper has a caller with fixed text and one with text from outside; only the second is reported.
/// </summary>
public sealed class PerCallTests
{
    // Members of the class, and what a caller does with VALUE; the statement stands at the end of it.
    private static readonly Dictionary<string, (string Members, string Use)> s_shapes = new()
    {
        ["returned text"] = (
            "private static string Where(string column, string value) { var text = column + \" = '\"; text += value; return text + \"'\"; }",
            "command.CommandText = \"SELECT a FROM t WHERE \" + Where(\"b\", VALUE);"),
        ["returned through another helper"] = (
            "private static string Quote(string value) => \"'\" + value + \"'\"; private static string Where(string value) => \"b = \" + Quote(value);",
            "command.CommandText = \"SELECT a FROM t WHERE \" + Where(VALUE);"),
        ["a builder is filled"] = (
            "private static void Add(StringBuilder sql, string value) { if (sql.Length > 0) sql.Append(\" WHERE \"); sql.Append(\"b = '\").Append(value).Append('\\''); }",
            "var sql = new StringBuilder(\"SELECT a FROM t\"); Add(sql, VALUE); command.CommandText = sql.ToString();"),
        ["a builder is filled and handed back"] = (
            "private static StringBuilder Add(StringBuilder sql, string value) { sql.Append(\" WHERE b = '\"); sql.Append(value); return sql.Append('\\''); }",
            "command.CommandText = Add(new StringBuilder(\"SELECT a FROM t\"), VALUE).ToString();"),
        ["a builder is handed on"] = (
            "private static void Quote(StringBuilder into, string text) => into.Append('\\'').Append(text).Append('\\''); private static void Add(StringBuilder sql, string value) { sql.Append(\" WHERE b = \"); Quote(sql, value); }",
            "var sql = new StringBuilder(\"SELECT a FROM t\"); Add(sql, VALUE); command.CommandText = sql.ToString();"),
        ["a builder under another name"] = (
            "private static void Add(StringBuilder sql, string value) { var to = sql; to.Append(\" WHERE b = '\"); to.Append(value).Append('\\''); }",
            "var sql = new StringBuilder(\"SELECT a FROM t\"); Add(sql, VALUE); command.CommandText = sql.ToString();"),
        ["a builder is read by the helper"] = (
            "private static string Close(StringBuilder sql) { var text = sql.ToString(); sql.Clear(); return text + \" LIMIT 1\"; }",
            "var sql = new StringBuilder(\"SELECT a FROM t WHERE b = '\").Append(VALUE).Append('\\''); command.CommandText = Close(sql);"),
        ["a list is filled"] = (
            "private static void Add(List<string> conditions, string value) => conditions.Add(\"b = '\" + value + \"'\");",
            "var conditions = new List<string> { \"a = 1\" }; Add(conditions, VALUE); command.CommandText = \"SELECT a FROM t WHERE \" + string.Join(\" AND \", conditions);"),
        ["ref"] = (
            "private static void Add(ref string sql, string value) { sql += \" WHERE b = '\" + value + \"'\"; }",
            "var sql = \"SELECT a FROM t\"; Add(ref sql, VALUE); command.CommandText = sql;"),
        ["out"] = (
            "private static bool Make(string value, out string sql) { sql = \"SELECT a FROM t WHERE b = '\" + value + \"'\"; return true; }",
            "if (Make(VALUE, out var sql)) command.CommandText = sql;"),
        ["out through another helper"] = (
            "private static bool Inner(string value, out string sql) { sql = \"SELECT a FROM t WHERE b = '\" + value + \"'\"; return true; } private static bool Make(string value, out string sql) => Inner(value, out sql);",
            "if (Make(VALUE, out var sql)) command.CommandText = sql;"),
        ["recursion"] = (
            "private static string Repeat(string value, int times) => times == 0 ? \"''\" : Repeat(value, times - 1) + \", '\" + value + \"'\";",
            "command.CommandText = \"SELECT a FROM t WHERE b IN (\" + Repeat(VALUE, 3) + \")\";"),
        ["recursion over a builder"] = (
            "private static void Repeat(StringBuilder sql, string value, int times) { if (times == 0) return; sql.Append('\\'').Append(value).Append(\"', \"); Repeat(sql, value, times - 1); }",
            "var sql = new StringBuilder(\"SELECT a FROM t WHERE b IN (\"); Repeat(sql, VALUE, 3); sql.Append(\"'')\"); command.CommandText = sql.ToString();"),
        ["extension"] = (
            "",
            "command.CommandText = \"SELECT a FROM t WHERE b = \" + VALUE.Quoted();"),
        ["extension of a builder"] = (
            "",
            "var sql = new StringBuilder(\"SELECT a FROM t\"); sql.AndWhere(\"b\", VALUE).AndWhere(\"c\", \"1\"); command.CommandText = sql.ToString();"),
        ["local function"] = (
            "",
            "command.CommandText = \"SELECT a FROM t WHERE b = \" + Quote(VALUE); static string Quote(string text) => \"'\" + text + \"'\";"),
        ["lambda"] = (
            "",
            "Func<string, string> quote = text => \"'\" + text + \"'\"; command.CommandText = \"SELECT a FROM t WHERE b = \" + quote(VALUE);"),
        ["params"] = (
            "private static string All(string separator, params string[] parts) { var sql = new StringBuilder(); foreach (var part in parts) { if (sql.Length > 0) sql.Append(separator); sql.Append(part); } return sql.ToString(); }",
            "command.CommandText = All(\" \", \"SELECT a FROM t WHERE b =\", \"'\" + VALUE + \"'\");"),
        ["optional argument"] = (
            "private static string Where(string column = \"b\", string value = \"x\", string end = \"'\") => column + \" = '\" + value + end;",
            "command.CommandText = \"SELECT a FROM t WHERE \" + Where(value: VALUE);"),
        ["tuple"] = (
            "private static (string Sql, int Count) Make(string value) => (\"SELECT a FROM t WHERE b = '\" + value + \"'\", 1);",
            "var (sql, _) = Make(VALUE); command.CommandText = sql;"),
        ["the statement of a pair of statement and values"] = (
            "private static (string Sql, object Values) Make(string value, string other) => (\"SELECT a FROM t WHERE b = '\" + value + \"'\", new { other });",
            "var (sql, values) = Make(VALUE, Console.ReadLine()!); command.CommandText = sql; Console.WriteLine(values);"),
        ["an element of a pair"] = (
            "private static (string Sql, string Name) Make(string value, string other) { var made = (\"SELECT a FROM t WHERE b = '\" + value + \"'\", other); return made; }",
            "var pair = Make(VALUE, Console.ReadLine()!); command.CommandText = pair.Sql;"),
        ["an awaited pair"] = (
            "private static async System.Threading.Tasks.Task<(string Sql, string Name)> Make(string value, string other) { await System.Threading.Tasks.Task.Yield(); return value.Length > 2 ? (\"SELECT a FROM t WHERE b = '\" + value + \"'\", other) : (\"SELECT 1\", other); }",
            "async void Go() { var (sql, name) = await Make(VALUE, Console.ReadLine()!); command.CommandText = sql; Console.WriteLine(name); } Go();"),
        ["a kept builder is emptied before it is used again"] = (
            "[ThreadStatic] private static StringBuilder? s_kept; private static StringBuilder Rent() { var found = s_kept; if (found is not null) { s_kept = null; found.Length = 0; return found; } return new StringBuilder(); } private static string Return(StringBuilder sql) { var text = sql.ToString(); s_kept ??= sql; return text; }",
            "var sql = Rent().Append(\"SELECT a FROM t WHERE b = '\").Append(VALUE).Append('\\''); command.CommandText = Return(sql);"),
        ["a kept builder is cleared"] = (
            "private static StringBuilder? s_kept; private static StringBuilder Rent() { var found = s_kept ?? new StringBuilder(); s_kept = null; return found.Clear(); } private static string Return(StringBuilder sql) { s_kept = sql; return sql.ToString(); }",
            "var sql = Rent(); sql.Append(\"SELECT a FROM t WHERE b = '\").Append(VALUE).Append('\\''); command.CommandText = Return(sql);"),
        ["a kept builder is cleared when it comes back"] = (
            "private static StringBuilder? s_kept; private static StringBuilder Rent() => s_kept ?? new StringBuilder(); private static string Return(StringBuilder sql) { var text = sql.ToString(); sql.Clear(); s_kept = sql; return text; }",
            "var sql = Rent(); sql.Append(\"SELECT a FROM t WHERE b = '\").Append(VALUE).Append('\\''); command.CommandText = Return(sql);"),
        ["a builder from a pool"] = (
            "private static readonly Microsoft.Extensions.ObjectPool.ObjectPool<StringBuilder> s_pool = null!;",
            "var sql = s_pool.Get(); try { sql.Append(\"SELECT a FROM t WHERE b = '\").Append(VALUE).Append('\\''); command.CommandText = sql.ToString(); } finally { s_pool.Return(sql); }"),
    };

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Only_the_caller_with_open_text_is_reported(string shape)
    {
        var (members, use) = s_shapes[shape];
        var source = $$"""
            using System.Text;
            using Microsoft.Data.Sqlite;

            public static class Extensions
            {
                public static string Quoted(this string text) => "'" + text + "'";
                public static StringBuilder AndWhere(this StringBuilder sql, string column, string value) { sql.Append(" AND ").Append(column).Append(" = '"); return sql.Append(value).Append('\''); }
            }

            public sealed class Orders(SqliteCommand command)
            {
                {{members}}
                public void Good() { {{use.Replace("VALUE", "\"fixed\"")}} }
                public void Bad() { {{use.Replace("VALUE", "Console.ReadLine()!")}} }
            }
            """;
        var found = await Verify.Diagnostics(source, TextRefs.Setup, ["SKY3001", "SKY3004"]);
        var lines = source.Split('\n');
        Assert.Equal(["SKY3001 Bad"], found.Select(d => d.Id + (lines[d.Location.GetLineSpan().StartLinePosition.Line].Contains(" Good(") ? " Good" : " Bad")).Order());
    }

    // What is emptied is empty only from there on.
    [Theory]
    [InlineData("sql.Append(name); command.CommandText = sql.ToString(); sql.Clear();", true)]
    [InlineData("sql.Append(name); Console.WriteLine(sql.ToString()); sql.Clear(); sql.Append(\"SELECT 1\"); command.CommandText = sql.ToString();", false)]
    [InlineData("sql.Append(name); Console.WriteLine(sql.ToString()); sql.Clear().Append(\"SELECT 1\"); command.CommandText = sql.ToString();", false)]
    [InlineData("sql.Append(name); if (name.Length > 3) sql.Clear(); command.CommandText = sql.ToString();", true)]
    [InlineData("sql.Append(name); if (name.Length > 3) { sql.Length = 0; sql.Append(\"SELECT 1\"); command.CommandText = sql.ToString(); }", false)]
    [InlineData("sql.Append(name); sql.Length = 7; command.CommandText = sql.ToString();", true)]
    [InlineData("for (var i = 0; i < 3; i++) { sql.Clear(); sql.Append(\"SELECT \").Append(i); command.CommandText = sql.ToString(); sql.Append(name); }", false)]
    [InlineData("for (var i = 0; i < 3; i++) { sql.Append(\"SELECT \").Append(i); command.CommandText = sql.ToString(); sql.Append(name); }", true)]
    [InlineData("sql.Append(name); sql = new StringBuilder(\"SELECT 1\"); command.CommandText = sql.ToString();", false)]
    [InlineData("var other = sql; other.Append(name); command.CommandText = sql.ToString();", true)]
    [InlineData("var other = sql.Append(\"SELECT \"); other.Append(name); command.CommandText = sql.ToString();", true)]
    public async Task A_builder_holds_what_was_put_in_since_it_was_emptied(string statements, bool isBad)
    {
        var source = $$"""
            using System.Text;
            using Microsoft.Data.Sqlite;
            public sealed class Orders(SqliteCommand command)
            {
                public void Run(string name) { var sql = new StringBuilder(); {{statements}} }
            }
            """;
        var found = await Verify.Diagnostics(source, TextRefs.Setup, ["SKY3001", "SKY3004"]);
        Assert.Equal(isBad, !found.IsEmpty);
    }

    // The callers of an internal member may stand in any file, and an extension method is called without the name of its type.
    [Theory]
    [InlineData("command.Run(\"SELECT 1\");", false)]
    [InlineData("command.Run(\"SELECT a FROM t WHERE b = '\" + Console.ReadLine() + \"'\");", true)]
    [InlineData("Runner.Run(command, \"SELECT 1\");", false)]
    [InlineData("Runner.Run(command, \"SELECT a FROM t WHERE b = '\" + Console.ReadLine() + \"'\");", true)]
    public async Task Callers_in_other_files_are_seen(string call, bool isBad)
    {
        var setup = TextRefs.Setup.WithSource("Caller.cs", $$"""
            using Microsoft.Data.Sqlite;
            internal static class Caller { public static void Go(SqliteCommand command) { {{call}} } }
            """);
        const string Source = """
            using Microsoft.Data.Sqlite;
            internal static class Runner { public static void Run(this SqliteCommand command, string sql) { command.CommandText = sql; } }
            """;
        Assert.Equal(isBad, !(await Verify.Diagnostics(Source, setup, ["SKY3001", "SKY3004"])).IsEmpty);
    }
}
