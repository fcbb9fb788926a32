using System.Text;
using Skylint.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Skylint.Tests.Text;

/// <summary>Every way into a statement crossed with every way of making its text: the open value is found, the fixed one is silent. Prints the table.</summary>
public sealed class SinkMatrixTests(ITestOutputHelper output)
{
    // TEXT is replaced by the expression under test.
    private static readonly (string Name, string Code)[] s_sinks =
    [
        ("CommandText", "command.CommandText = TEXT;"),
        ("CommandTextInitializer", "_ = new SqliteCommand { CommandText = TEXT };"),
        ("CommandConstructor", "_ = new SqliteCommand(TEXT, connection);"),
        ("BaseCommand", "((System.Data.IDbCommand)command).CommandText = TEXT;"),
        ("SqlClient", "_ = new SqlCommand(TEXT);"),
        ("Adapter", "_ = new SqlDataAdapter(TEXT, null!);"),
        ("DataSource", "_ = source.CreateCommand(TEXT);"),
        ("BatchCommand", "_ = new NpgsqlBatchCommand(TEXT);"),
        ("Dapper", "connection.Query<string>(TEXT);"),
        ("DapperNamed", "connection.Execute(param: null, sql: TEXT);"),
        ("DapperDefinition", "_ = new CommandDefinition(TEXT);"),
        ("EfRaw", "database.ExecuteSqlRaw(TEXT);"),
        ("EfQuery", "database.SqlQueryRaw<string>(TEXT);"),
        ("RdsData", "_ = new Rds.ExecuteStatementRequest { Sql = TEXT };"),
        ("RdsDataLater", "var request = new Rds.ExecuteStatementRequest(); request.Sql = TEXT;"),
        ("RdsBatch", "_ = new Rds.BatchExecuteStatementRequest { Sql = TEXT };"),
        ("RdsOld", "_ = new Rds.ExecuteSqlRequest { SqlStatements = TEXT };"),
        ("Redshift", "_ = new Redshift.ExecuteStatementRequest { Sql = TEXT };"),
        ("RedshiftList", "_ = new Redshift.BatchExecuteStatementRequest { Sqls = [TEXT] };"),
        ("RedshiftListInitializer", "_ = new Redshift.BatchExecuteStatementRequest { Sqls = { TEXT } };"),
        ("RedshiftAdd", "var batch = new Redshift.BatchExecuteStatementRequest(); batch.Sqls.Add(TEXT);"),
        ("RedshiftAddRange", "var batch = new Redshift.BatchExecuteStatementRequest(); batch.Sqls.AddRange([TEXT]);"),
        ("RedshiftInsert", "var batch = new Redshift.BatchExecuteStatementRequest(); batch.Sqls.Insert(0, TEXT);"),
        ("Athena", "_ = new Athena.StartQueryExecutionRequest { QueryString = TEXT };"),
        ("AthenaPrepared", "_ = new Athena.CreatePreparedStatementRequest { QueryStatement = TEXT };"),
        ("Timestream", "_ = new Timestream.QueryRequest { QueryString = TEXT };"),
        ("PartiQl", "_ = new Dynamo.ExecuteStatementRequest { Statement = TEXT };"),
        ("PartiQlBatch", "_ = new Dynamo.BatchStatementRequest { Statement = TEXT };"),
        ("PartiQlTransaction", "_ = new Dynamo.ParameterizedStatement { Statement = TEXT };"),
        ("Filter", "_ = new Dynamo.QueryRequest { FilterExpression = TEXT };"),
        ("Condition", "_ = new Dynamo.PutItemRequest { ConditionExpression = TEXT };"),
        ("Update", "_ = new Dynamo.UpdateItemRequest { UpdateExpression = TEXT };"),
        ("KeyCondition", "_ = new Dynamo.QueryRequest { KeyConditionExpression = TEXT };"),
        ("S3Select", "_ = new Amazon.S3.Model.SelectObjectContentRequest { Expression = TEXT };"),
        ("CommandTextAppended", "command.CommandText += TEXT;"),
        ("DapperMultiple", "connection.QueryMultiple(TEXT);"),
        ("DapperAsync", "_ = connection.ExecuteScalarAsync<int>(TEXT);"),
        ("EfRawAsync", "_ = database.ExecuteSqlRawAsync(TEXT);"),
        ("Logs", "_ = new Logs.StartQueryRequest { QueryString = TEXT };"),
    ];

    // VALUE is replaced by an open value or by a fixed one.
    private static readonly (string Name, string Before, string Text)[] s_texts =
    [
        ("Concat", "", "\"SELECT a FROM t WHERE b = '\" + VALUE + \"'\""),
        ("Interpolation", "", "$\"SELECT a FROM t WHERE b = '{VALUE}'\""),
        ("Verbatim", "", "$@\"SELECT a FROM t WHERE b = '{VALUE}'\""),
        ("Raw", "", "$\"\"\"SELECT a FROM t WHERE b = '{VALUE}'\"\"\""),
        ("Format", "", "string.Format(\"SELECT a FROM t WHERE b = '{0}'\", VALUE)"),
        ("StringConcat", "", "string.Concat(\"SELECT a FROM t WHERE b = '\", VALUE, \"'\")"),
        ("Join", "", "\"SELECT a FROM t WHERE b IN (\" + string.Join(\",\", new[] { VALUE, \"x\" }) + \")\""),
        ("Replace", "", "\"SELECT a FROM t WHERE b = '{b}'\".Replace(\"{b}\", VALUE)"),
        ("Trimmed", "", "\"SELECT a FROM t WHERE b = '\" + VALUE.Trim().ToUpper() + \"'\""),
        ("Substring", "", "\"SELECT a FROM t WHERE b = '\" + VALUE.Substring(1) + \"'\""),
        ("Local", "var text = \"SELECT a FROM t WHERE b = '\" + VALUE + \"'\";", "text"),
        ("Appended", "var text = \"SELECT a FROM t\"; text += \" WHERE b = '\" + VALUE + \"'\";", "text"),
        ("Branches", "string text; if (flag) { text = \"SELECT a\"; } else { text = \"SELECT a FROM t WHERE b = '\" + VALUE + \"'\"; }", "text"),
        ("Ternary", "", "\"SELECT a FROM t ORDER BY \" + (flag ? \"a\" : VALUE)"),
        ("Coalesce", "string? maybe = flag ? null : VALUE;", "\"SELECT a FROM t WHERE b = '\" + (maybe ?? \"x\") + \"'\""),
        ("SwitchExpression", "", "\"SELECT a FROM t WHERE b = '\" + (number switch { 1 => \"x\", _ => VALUE }) + \"'\""),
        ("Loop", "var text = \"SELECT a FROM t WHERE 1 = 1\"; for (var i = 0; i < 3; i++) { text += \" AND b <> '\" + VALUE + \"'\"; }", "text"),
        ("TryCatch", "var data = \"\"; try { data = VALUE; } catch (Exception) { data = \"none\"; } var text = \"SELECT a FROM t WHERE b = '\" + data + \"'\";", "text"),
        ("Builder", "var builder = new StringBuilder(\"SELECT a FROM t\"); builder.Append(\" WHERE b = '\").Append(VALUE).Append(\"'\");", "builder.ToString()"),
        ("BuilderFormat", "var builder = new StringBuilder(); builder.AppendFormat(\"SELECT a FROM t WHERE b = '{0}'\", VALUE);", "builder.ToString()"),
        ("BuilderInterpolated", "var builder = new StringBuilder(); builder.Append($\"SELECT a FROM t WHERE b = '{VALUE}'\");", "builder.ToString()"),
        ("ListJoin", "var conditions = new List<string> { \"a = 1\" }; conditions.Add(\"b = '\" + VALUE + \"'\");", "\"SELECT a FROM t WHERE \" + string.Join(\" AND \", conditions)"),
        ("Select", "var columns = new[] { VALUE, \"c\" };", "\"SELECT \" + string.Join(\", \", columns.Select(c => c + \" AS x\")) + \" FROM t WHERE a = '\" + columns[0] + \"'\""),
        ("Array", "var items = new string[2]; items[0] = VALUE;", "\"SELECT a FROM t WHERE b = '\" + items[0] + \"'\""),
        ("Dictionary", "var map = new Dictionary<string, string>(); map[\"x\"] = VALUE;", "\"SELECT a FROM t WHERE b = '\" + map[\"x\"] + \"'\""),
        ("Helper", "", "Where(VALUE)"),
        ("HelperReturn", "", "\"SELECT a FROM t WHERE b = '\" + Same(VALUE) + \"'\""),
        ("LocalFunction", "string Build(string v) => \"SELECT a FROM t WHERE b = '\" + v + \"'\";", "Build(VALUE)"),
        ("Lambda", "Func<string, string> build = v => \"SELECT a FROM t WHERE b = '\" + v + \"'\";", "build(VALUE)"),
        ("Split", "var first = VALUE.Split('-')[0];", "\"SELECT a FROM t WHERE b = '\" + first + \"'\""),
        ("Queue", "var queue = new Queue<string>(); queue.Enqueue(VALUE);", "\"SELECT a FROM t WHERE b = '\" + queue.Dequeue() + \"'\""),
        ("Tuple", "var (left, right) = (VALUE, 1);", "\"SELECT a FROM t WHERE b = '\" + left + \"'\""),
        ("Out", "Give(VALUE, out var given);", "\"SELECT a FROM t WHERE b = '\" + given + \"'\""),
        ("BuilderHelper", "var builder = new StringBuilder(\"SELECT a FROM t\"); Fill(builder, VALUE);", "builder.ToString()"),
        ("Formattable", "FormattableString text = $\"SELECT a FROM t WHERE b = '{VALUE}'\";", "text.ToString()"),
        ("Pattern", "object boxed = VALUE; var found = boxed is string s ? s : \"\";", "\"SELECT a FROM t WHERE b = '\" + found + \"'\""),
        ("Foreach", "var text = \"SELECT a FROM t WHERE 1 = 1\"; foreach (var item in new[] { VALUE, \"y\" }) { text += \" AND b <> '\" + item + \"'\"; }", "text"),
        ("Encoding", "var bytes = Encoding.UTF8.GetBytes(VALUE);", "\"SELECT a FROM t WHERE b = '\" + Encoding.UTF8.GetString(bytes) + \"'\""),
        ("RegexGroup", "var found = System.Text.RegularExpressions.Regex.Match(VALUE, \"(.*)\");", "\"SELECT a FROM t WHERE b = '\" + found.Groups[1].Value + \"'\""),
        ("RegexReplace", "", "\"SELECT a FROM t WHERE b = '\" + System.Text.RegularExpressions.Regex.Replace(VALUE, \"a|b\", m => m.Value + \"x\") + \"'\""),
        ("BuilderInsert", "var builder = new StringBuilder(\"SELECT a FROM t\"); builder.Insert(0, VALUE);", "builder + \" WHERE b = 1\""),
        ("BuilderJoin", "var builder = new StringBuilder(\"SELECT a FROM t WHERE b = \"); builder.AppendJoin(\",\", new[] { VALUE, \"x\" });", "builder.ToString()"),
        ("BuilderLine", "var builder = new StringBuilder(); builder.AppendLine($\"SELECT a FROM t WHERE b = '{VALUE}'\");", "builder.ToString()"),
        ("LongRaw", "", "$$\"\"\"SELECT a FROM t WHERE b = '{{VALUE}}'\"\"\""),
        ("Spread", "string[] parts = [\"x\", .. new[] { VALUE }];", "\"SELECT a FROM t WHERE b IN (\" + string.Join(\",\", parts) + \")\""),
        ("QuerySyntax", "var parts = from part in new[] { VALUE } select part + \" x\";", "\"SELECT a FROM t WHERE b IN (\" + string.Join(\",\", parts) + \")\""),
        ("Task", "var task = Task.FromResult(VALUE);", "\"SELECT a FROM t WHERE b = '\" + task.Result + \"'\""),
    ];

    [Theory]
    [InlineData("input", true)]
    [InlineData("Fixed", false)]
    [InlineData("FixedToo()", false)]
    public async Task Open_values_are_found_and_fixed_ones_are_not(string value, bool isBad)
    {
        var source = new StringBuilder("""
            using System.Text; using Dapper; using Npgsql; using Microsoft.Data.Sqlite; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Microsoft.EntityFrameworkCore.Infrastructure;
            using Rds = Amazon.RDSDataService.Model; using Redshift = Amazon.RedshiftDataAPIService.Model; using Athena = Amazon.Athena.Model; using Timestream = Amazon.TimestreamQuery.Model;
            using Dynamo = Amazon.DynamoDBv2.Model; using Logs = Amazon.CloudWatchLogs.Model;
            public sealed class Matrix(SqliteConnection connection, SqliteCommand command, NpgsqlDataSource source, DatabaseFacade database)
            {
                private const string Fixed = "fixed";
                private static readonly string s_fixed = "also";
                private static string FixedToo() => s_fixed.Split('-')[0];
                private static string Where(string v) => "SELECT a FROM t WHERE b = '" + v + "'";
                private static string Same(string v) { var copy = v; return copy; }
                private static void Give(string v, out string result) { result = v; }
                private static void Fill(StringBuilder b, string v) { b.Append(" WHERE b = '"); b.Append(v); b.Append("'"); }

            """);
        foreach (var (sinkName, sink) in s_sinks)
        {
            foreach (var (textName, before, text) in s_texts)
                source.AppendLine($"    public void {sinkName}_{textName}(string input, bool flag, int number) {{ {before.Replace("VALUE", value)} {sink.Replace("TEXT", text.Replace("VALUE", value))} }}");
        }

        source.AppendLine("}");
        var code = source.ToString();
        var found = await Verify.Diagnostics(code, TextRefs.Setup, ["SKY3001", "SKY3002", "SKY3003", "SKY3004"]);
        var lines = code.Split('\n');
        var names = found.Select(d => lines[d.Location.GetLineSpan().StartLinePosition.Line].Split("void ")[1].Split('(')[0]).ToHashSet();
        output.WriteLine("| | " + string.Join(" | ", s_texts.Select(t => t.Name)) + " |");
        foreach (var (sinkName, _) in s_sinks)
            output.WriteLine($"| {sinkName} | " + string.Join(" | ", s_texts.Select(t => names.Contains($"{sinkName}_{t.Name}") ? "found" : "-")) + " |");
        if (isBad)
            Assert.Equal("", string.Join(", ", s_sinks.SelectMany(s => s_texts.Select(t => $"{s.Name}_{t.Name}")).Except(names)));
        else
            Assert.Empty(names);
        Assert.DoesNotContain(found, d => d.Id == "SKY3004");
    }
}
