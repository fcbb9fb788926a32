using System.Text;
using Skylint.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Skylint.Tests.Text;

/// <summary>Every interface crossed with every kind of hole: what the fix writes, or that it keeps its hands off. Prints the table.</summary>
public sealed class FixMatrixTests(ITestOutputHelper output)
{
    private const string None = "no fix";

    // TEXT is replaced by the text under test.
    private static readonly (string Api, string Rule, string Marker, string Code)[] s_apis =
    [
        ("ADO.NET SQLite", "SKY3001", "@", "command.CommandText = TEXT;"),
        ("ADO.NET any provider", "SKY3001", "@", "any.CommandText = TEXT;"),
        ("ADO.NET SQL Server", "SKY3001", "@", "using var made = new SqlCommand(TEXT);"),
        ("ADO.NET PostgreSQL", "SKY3001", "@", "using var made = source.CreateCommand(TEXT);"),
        ("ADO.NET Oracle", "SKY3001", ":", "oracle.CommandText = TEXT;"),
        ("ADO.NET ODBC", "SKY3001", "?", "odbc.CommandText = TEXT;"),
        ("Dapper", "SKY3001", "@", "connection.Query<int>(TEXT);"),
        ("EF Core", "SKY3001", "{}", "database.SqlQueryRaw<int>(TEXT);"),
        ("RDS Data", "SKY3002", ":", "_ = new Rds.ExecuteStatementRequest { Sql = TEXT };"),
        ("Redshift Data", "SKY3002", ":", "_ = new Redshift.ExecuteStatementRequest { Sql = TEXT };"),
        ("Athena", "SKY3002", "?", "_ = new Athena.StartQueryExecutionRequest { QueryString = TEXT };"),
        ("PartiQL", "SKY3002", "?", "_ = new Dynamo.ExecuteStatementRequest { Statement = TEXT };"),
        ("Timestream", "SKY3002", "", "_ = new Amazon.TimestreamQuery.Model.QueryRequest { QueryString = TEXT };"),
        ("S3 Select", "SKY3002", "", "_ = new Amazon.S3.Model.SelectObjectContentRequest { Expression = TEXT };"),
    ];

    // What stands before the text, the text, and how the fixed text has to go on behind the word WHERE; MARK is the marker of what the hole holds.
    private static readonly (string Hole, string Before, string Text, string Fixed)[] s_holes =
    [
        ("value", "", "$\"SELECT id FROM t WHERE age = {other.Age}\"", "age = MARK(age)"),
        ("quoted value", "", "$\"SELECT id FROM t WHERE name = '{name}' AND a = 1\"", "name = MARK(name) AND a = 1"),
        ("quoted value, concatenated", "", "\"SELECT id FROM t WHERE name = '\" + name + \"' AND a = 1\"", "name = MARK(name) AND a = 1"),
        ("quotes doubled by hand", "", "$\"SELECT id FROM t WHERE name = '{name.Replace(\"'\", \"''\")}'\"", "name = MARK(name)"),
        ("LIKE pattern", "", "$\"SELECT id FROM t WHERE name LIKE '%{name}%'\"", "name LIKE MARK(name)"),
        ("string.Format", "", "string.Format(\"SELECT id FROM t WHERE name = '{0}' AND a = {1}\", name, other.Age)", "name = MARK(name) AND a = MARK(age)"),
        ("string.Concat", "", "string.Concat(\"SELECT id FROM t WHERE name = '\", name, \"'\")", "name = MARK(name)"),
        ("StringBuilder", "var sql = new StringBuilder(\"SELECT id FROM t\"); sql.Append(\" WHERE name = '\").Append(name).Append(\"'\");", "sql.ToString()", "name = MARK(name)"),
        ("appended", "var sql = \"SELECT id FROM t\"; sql += \" WHERE name = '\" + name + \"'\";", "sql", "name = MARK(name)"),
        ("IN list, quoted outside", "", "$\"SELECT id FROM t WHERE name IN ('{string.Join(\"','\", names)}')\"", "LIST"),
        ("IN list, quoted inside", "", "\"SELECT id FROM t WHERE name IN (\" + string.Join(\", \", names.Select(n => \"'\" + n + \"'\")) + \")\"", "LIST"),
        ("table", "", "$\"SELECT id FROM {name}\"", None),
        ("column", "", "$\"SELECT id FROM t ORDER BY {name}\"", None),
        ("quoted identifier", "", "$\"SELECT id FROM \\\"{name}\\\"\"", None),
        ("condition", "", "$\"SELECT id FROM t WHERE {name}\"", None),
        ("list as text", "", "$\"SELECT id FROM t WHERE id IN ({name})\"", None),
        ("list in quotes as text", "var list = string.Join(\"','\", names);", "$\"SELECT id FROM t WHERE name IN ('{list}')\"", None),
    ];

    public static TheoryData<string> Apis => [.. s_apis.Select(a => a.Api)];

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Each_hole_is_bound_as_the_interface_wants_it_or_left_alone(string name)
    {
        var api = s_apis.Single(a => a.Api == name);
        var wrong = new StringBuilder();
        output.WriteLine($"| {api.Api} | after the fix |");
        foreach (var hole in s_holes)
        {
            var before = Wrap(hole.Before, api.Code.Replace("TEXT", hole.Text));
            if ((await Verify.Diagnostics(before, TextRefs.Setup, [api.Rule])).IsEmpty)
            {
                // A number is harmless; whether it is bound along with others is another row's business.
                output.WriteLine($"| {hole.Hole} | not reported |");
                if (hole.Hole != "value")
                    wrong.AppendLine($"{hole.Hole}: not reported");
                continue;
            }

            var after = await Verify.ApplyFix(api.Rule, before, TextRefs.Setup, 0);
            output.WriteLine($"| {hole.Hole} | `{(after is null ? None : Body(after))}` |");
            var expected = Expected(api, hole.Hole, hole.Fixed);
            if (after is null != (expected == None) || (after is not null && !Flat(after).Contains(expected, StringComparison.Ordinal)))
                wrong.AppendLine($"{hole.Hole}: expected {expected}, got {(after is null ? None : Body(after))}");
            if (after is null)
                continue;
            if (Verify.Errors(after, TextRefs.Setup) is { IsEmpty: false } errors)
                wrong.AppendLine($"{hole.Hole}: {errors[0]}");
            if (!(await Verify.Diagnostics(after, TextRefs.Setup, [api.Rule])).IsEmpty)
                wrong.AppendLine($"{hole.Hole}: still reported, {Body(after)}");
        }

        Assert.Equal("", wrong.ToString());
    }

    private static string Expected((string Api, string Rule, string Marker, string Code) api, string hole, string text)
    {
        if (api.Marker.Length == 0 || text == None)
            return None;
        if (text == "LIST")
        {
            return api.Api switch
            {
                "Dapper" => "name IN @names",
                _ => "namesMarkers",
            };
        }

        // Entity Framework takes an interpolated string, and a text that is made elsewhere is none.
        if (api.Marker == "{}" && hole is "StringBuilder" or "appended")
            return None;
        if (api.Marker == "{}" && hole == "LIKE pattern")
            return "name LIKE {$\"%{name}%\"}";
        return api.Marker switch
        {
            "?" => text.Replace("MARK(name)", "?").Replace("MARK(age)", "?"),
            "{}" => text.Replace("MARK(name)", "{name}").Replace("MARK(age)", "{other.Age}"),
            var prefix => text.Replace("MARK(", prefix).Replace(")", ""),
        };
    }

    // The text without the seams between its literals.
    private static string Flat(string source) => source.Replace("\" + \"", "").Replace("\").Append(\"", "");

    private static string Body(string source) =>
        string.Join(" ", source[(source.IndexOf("        //", StringComparison.Ordinal) + 11)..].Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))[..^3].Trim();

    private static string Wrap(string before, string statement) => $$"""
        using System.Text; using Dapper; using Npgsql; using Microsoft.Data.Sqlite; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Microsoft.EntityFrameworkCore.Infrastructure;
        using Rds = Amazon.RDSDataService.Model; using Redshift = Amazon.RedshiftDataAPIService.Model; using Athena = Amazon.Athena.Model; using Dynamo = Amazon.DynamoDBv2.Model;
        public sealed record Other(int Age);
        public sealed class Store
        {
            public void Run(SqliteConnection connection, SqliteCommand command, System.Data.Common.DbCommand any, NpgsqlDataSource source, Oracle.ManagedDataAccess.Client.OracleCommand oracle, System.Data.Odbc.OdbcCommand odbc, DatabaseFacade database, string name, string[] names, Other other)
            {
                //
                {{before}}
                {{statement}}
            }
        }
        """;
}
