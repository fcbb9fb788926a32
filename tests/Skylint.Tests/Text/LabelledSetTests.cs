using System.Text;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>
/// A labelled set: small methods in the way that services are written, each either open to injection or safe. Recall and precision
/// over the whole set are held, and so is telling the two apart in each pair.
/// </summary>
public sealed class LabelledSetTests
{
    private const string Head = """
        using System.Text; using System.Text.RegularExpressions; using System.Data; using System.Data.Common; using Dapper; using Npgsql; using Microsoft.Data.Sqlite; using Microsoft.EntityFrameworkCore; using Microsoft.EntityFrameworkCore.Infrastructure;
        using Amazon.Lambda.Core; using Amazon.Lambda.APIGatewayEvents; using Amazon.Lambda.SQSEvents;
        using Rds = Amazon.RDSDataService.Model; using Athena = Amazon.Athena.Model; using Dynamo = Amazon.DynamoDBv2.Model; using Timestream = Amazon.TimestreamQuery.Model;
        public enum Status { Open, Closed }
        public sealed class Order { public string Customer { get; set; } = ""; public int Id { get; set; } public Guid Key { get; set; } }
        public sealed class Cases(SqliteConnection connection, SqliteCommand command, DatabaseFacade database)
        {
            private const string Table = "orders";
            private static readonly string[] s_columns = ["id", "total", "created"];
            private static readonly HashSet<string> s_sortable = new(StringComparer.OrdinalIgnoreCase) { "id", "total" };
            private static readonly Dictionary<string, string> s_byName = new() { ["newest"] = "created DESC", ["largest"] = "total DESC" };
            private static readonly Regex s_name = new("^[A-Za-z_]+$");
            private readonly string _schema = "shop";
            private string _mode = "plain";
            public string Filter { get; set; } = "";
            public void Slow() { _mode = "slow"; }
            private static string Column(int i) => i switch { 0 => "id", 1 => "total", _ => throw new ArgumentOutOfRangeException() };
            private static string Quote(string text) => "'" + text.Replace("'", "''") + "'";
            private void Run(string sql) { command.CommandText = sql; }
            private static void EnsureColumn(string column) { if (!s_sortable.Contains(column)) throw new ArgumentException(column); }
            private static bool IsColumn(string column) => s_sortable.Contains(column);

        """;

    private static readonly (string Name, bool IsBad, string Body)[] s_cases =
    [
        // Constants and values without syntax.
        ("Const", false, "public void M() { command.CommandText = $\"SELECT id FROM {Table}\"; }"),
        ("ConstField", false, "public void M() { command.CommandText = \"SELECT id FROM \" + _schema + \".orders\"; }"),
        ("PrivateField", false, "public void M() { command.CommandText = \"SELECT id FROM orders -- \" + _mode; }"),
        ("Numbers", false, "public void M(int id, long? page, decimal d) { command.CommandText = $\"SELECT id FROM orders WHERE id = {id} LIMIT {page} OFFSET {d}\"; }"),
        ("Guid", false, "public void M(Guid id) { command.CommandText = \"SELECT id FROM orders WHERE key = '\" + id + \"'\"; }"),
        ("GuidText", false, "public void M(Guid id) { command.CommandText = \"SELECT id FROM orders WHERE key = '\" + id.ToString(\"N\") + \"'\"; }"),
        ("HexDigits", false, "public void M(byte[] data) { command.CommandText = \"SELECT id FROM \\\"tmp-\" + BitConverter.ToString(data).Replace(\"-\", \"\") + \"\\\"\"; }"),
        ("EnumValue", false, "public void M(Status s) { command.CommandText = $\"SELECT id FROM orders WHERE status = '{s}'\"; }"),
        ("Date", false, "public void M(DateTime d) { command.CommandText = $\"SELECT id FROM orders WHERE day = '{d:yyyy-MM-dd}'\"; }"),
        ("Parsed", false, "public void M(string id) { command.CommandText = \"SELECT id FROM orders WHERE id = \" + int.Parse(id); }"),
        ("TryParsed", false, "public void M(string id) { if (!int.TryParse(id, out var n)) return; command.CommandText = \"SELECT id FROM orders WHERE id = \" + n; }"),
        ("TryParsedText", false, "public void M(string id) { if (!int.TryParse(id, out _)) throw new FormatException(); command.CommandText = \"SELECT id FROM orders WHERE id = \" + id; }"),
        ("MemberOfNumber", false, "public void M(Order order) { command.CommandText = $\"SELECT id FROM orders WHERE id = {order.Id} OR key = '{order.Key}'\"; }"),
        ("NameOf", false, "public void M() { command.CommandText = $\"SELECT {nameof(Order.Customer)} FROM {typeof(Order).Name}\"; }"),
        ("Generic", false, "public void M<T>(T id) where T : struct, System.Numerics.INumber<T> { command.CommandText = $\"SELECT id FROM orders WHERE id = {id}\"; }"),
        ("Reflection", false, "public void M<T>() { command.CommandText = \"SELECT \" + string.Join(\", \", typeof(T).GetProperties().Select(p => p.Name)) + \" FROM t\"; }"),
        ("Length", false, "public void M(string[] ids) { command.CommandText = $\"SELECT id FROM orders LIMIT {ids.Length}\"; }"),
        // Placeholders.
        ("Markers", false, "public void M(string[] ids) { command.CommandText = \"SELECT id FROM orders WHERE id IN (\" + string.Join(\",\", ids.Select((_, i) => \"@p\" + i)) + \")\"; }"),
        ("MarkersLoop", false, "public void M(List<string> ids) { var names = new List<string>(); for (var i = 0; i < ids.Count; i++) { names.Add($\"@id{i}\"); command.Parameters.AddWithValue($\"@id{i}\", ids[i]); } command.CommandText = $\"SELECT id FROM orders WHERE id IN ({string.Join(\", \", names)})\"; }"),
        ("QuestionMarks", false, "public void M(string[] ids) { command.CommandText = \"SELECT id FROM orders WHERE id IN (\" + string.Join(\",\", Enumerable.Repeat(\"?\", ids.Length)) + \")\"; }"),
        ("ParameterName", false, "public void M(string id) { var p = command.CreateParameter(); p.ParameterName = \"@id\"; p.Value = id; command.CommandText = \"SELECT id FROM orders WHERE id = \" + p.ParameterName; }"),
        ("DynamoPlaceholders", false, "public void M(string[] ids) { _ = new Dynamo.QueryRequest { FilterExpression = \"id IN (\" + string.Join(\", \", ids.Select((_, i) => $\":v{i}\")) + \")\" }; }"),
        ("DictionaryKeys", false, "public void M(string a) { var values = new Dictionary<string, string> { [\"@a\"] = a }; command.CommandText = \"SELECT id FROM orders WHERE a IN (\" + string.Join(\",\", values.Keys) + \")\"; }"),
        // Choice among fixed texts.
        ("Ternary", false, "public void M(bool up) { command.CommandText = \"SELECT id FROM orders ORDER BY id \" + (up ? \"ASC\" : \"DESC\"); }"),
        ("Switch", false, "public void M(string sort) { var column = sort switch { \"a\" => \"id\", \"b\" => \"total\", _ => \"created\" }; command.CommandText = $\"SELECT id FROM orders ORDER BY {column}\"; }"),
        ("SwitchStatement", false, "public void M(string sort) { string column; switch (sort) { case \"a\": column = \"id\"; break; default: column = \"total\"; break; } command.CommandText = \"SELECT id FROM orders ORDER BY \" + column; }"),
        ("HelperSwitch", false, "public void M(int sort) { command.CommandText = \"SELECT id FROM orders ORDER BY \" + Column(sort); }"),
        ("ArrayElement", false, "public void M(int i) { command.CommandText = \"SELECT id FROM orders ORDER BY \" + s_columns[i]; }"),
        ("MapLookup", false, "public void M(string sort) { command.CommandText = \"SELECT id FROM orders ORDER BY \" + s_byName[sort]; }"),
        ("MapTryGet", false, "public void M(string sort) { if (!s_byName.TryGetValue(sort, out var order)) order = \"id\"; command.CommandText = \"SELECT id FROM orders ORDER BY \" + order; }"),
        ("NullThenFixed", false, "public void M(bool b) { string data; if (b) { data = \"x\"; } else { data = null!; } command.CommandText = \"SELECT id FROM orders WHERE a = '\" + data + \"'\"; }"),
        ("Overwritten", false, "public void M(string input) { var data = input; data = \"x\"; command.CommandText = \"SELECT id FROM orders WHERE a = '\" + data + \"'\"; }"),
        ("WrittenLater", false, "public void M(string input) { var data = \"x\"; command.CommandText = \"SELECT id FROM orders WHERE a = '\" + data + \"'\"; data = input; Console.WriteLine(data); }"),
        ("Builder", false, "public void M(bool b) { var sql = new StringBuilder(\"SELECT id FROM orders\"); if (b) sql.Append(\" WHERE total > \").Append(10); command.CommandText = sql.ToString(); }"),
        ("Optional", false, "public void M(string? name) { var sql = \"SELECT id FROM orders WHERE 1 = 1\"; if (name is not null) { sql += \" AND name = @name\"; command.Parameters.AddWithValue(\"@name\", name); } command.CommandText = sql; }"),
        ("PrivateCallers", false, "public void M() { Run(\"SELECT 1\"); Run(\"SELECT 2 FROM \" + Table); }"),
        // Checks.
        ("Allowed", false, "public void M(string sort) { if (!s_sortable.Contains(sort)) throw new ArgumentException(sort); command.CommandText = $\"SELECT id FROM orders ORDER BY {sort}\"; }"),
        ("AllowedInside", false, "public void M(string sort) { if (s_sortable.Contains(sort)) { command.CommandText = $\"SELECT id FROM orders ORDER BY {sort}\"; } }"),
        ("AllowedTernary", false, "public void M(string sort) { var column = s_columns.Contains(sort) ? sort : \"id\"; command.CommandText = $\"SELECT id FROM orders ORDER BY {column}\"; }"),
        ("Pattern", false, "public void M(string dir) { if (dir is not (\"ASC\" or \"DESC\")) return; command.CommandText = \"SELECT id FROM orders ORDER BY id \" + dir; }"),
        ("PatternInside", false, "public void M(string dir) { if (dir is \"ASC\" or \"DESC\") command.CommandText = \"SELECT id FROM orders ORDER BY id \" + dir; }"),
        ("Equality", false, "public void M(string dir) { if (dir != \"ASC\" && dir != \"DESC\") throw new ArgumentException(); command.CommandText = \"SELECT id FROM orders ORDER BY id \" + dir; }"),
        ("RegexCheck", false, "public void M(string t) { if (!Regex.IsMatch(t, \"^[A-Za-z_][A-Za-z0-9_]*$\")) throw new ArgumentException(); command.CommandText = \"SELECT id FROM \" + t; }"),
        ("RegexField", false, "public void M(string t) { if (!s_name.IsMatch(t)) throw new ArgumentException(); command.CommandText = \"SELECT id FROM \" + t; }"),
        ("Letters", false, "public void M(string t) { if (!t.All(char.IsLetterOrDigit)) throw new ArgumentException(); command.CommandText = \"SELECT id FROM \" + t; }"),
        ("Cleaned", false, "public void M(string t) { var clean = Regex.Replace(t, \"[^A-Za-z0-9_]\", \"\"); command.CommandText = \"SELECT id FROM \" + clean; }"),
        ("AllowedAnswer", false, "public void M(string sort) { var isKnown = s_sortable.Contains(sort); if (!isKnown) throw new ArgumentException(); command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("AllowedAnswerInside", false, "public void M(string sort) { var isKnown = s_sortable.Contains(sort); if (isKnown) command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("AllowedOrElse", false, "public void M(string dir) { if (dir is not (\"ASC\" or \"DESC\")) dir = \"ASC\"; command.CommandText = \"SELECT id FROM orders ORDER BY id \" + dir; }"),
        ("AllowedOrItself", false, "public void M(string sort) { sort = s_columns.Contains(sort) ? sort : \"id\"; command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("Filtered", false, "public void M(string s) { command.CommandText = \"SELECT \" + string.Join(\",\", s.Split(',').Where(s_sortable.Contains)) + \" FROM orders\"; }"),
        ("FilteredByLambda", false, "public void M(List<string> all) { command.CommandText = \"SELECT \" + string.Join(\",\", all.Where(c => s_sortable.Contains(c))) + \" FROM orders\"; }"),
        ("RegexMatched", false, "public void M(string t) { var m = Regex.Match(t, \"^[a-z]+$\"); if (!m.Success) return; command.CommandText = \"SELECT id FROM \" + m.Value; }"),
        ("JoinedNumbers", false, "public void M(int[] ids) { command.CommandText = \"SELECT id FROM orders WHERE id IN (\" + string.Join(\",\", ids) + \")\"; }"),
        ("JoinedGuids", false, "public void M(IReadOnlyList<Guid> ids) { command.CommandText = \"SELECT id FROM orders WHERE id IN ('\" + string.Join(\"','\", ids.Distinct()) + \"')\"; }"),
        ("Ensured", false, "public void M(string sort) { EnsureColumn(sort); command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("Predicate", false, "public void M(string sort) { if (!IsColumn(sort)) return; command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("Defined", false, "public void M(string s) { if (!Enum.TryParse<Status>(s, out var status)) return; command.CommandText = $\"SELECT id FROM orders WHERE status = '{status}'\"; }"),
        ("Quoted", false, "public void M(DbCommandBuilder builder, string t) { command.CommandText = \"SELECT id FROM \" + builder.QuoteIdentifier(t); }"),
        ("EfInterpolated", false, "public void M(string name) { database.ExecuteSql($\"DELETE FROM t WHERE a = {name}\"); }"),
        ("EfRawArguments", false, "public void M(string name) { database.ExecuteSqlRaw(\"DELETE FROM t WHERE a = {0}\", name); }"),
        ("DapperParameters", false, "public void M(string name) { connection.Query<int>(\"SELECT id FROM t WHERE a = @name\", new { name }); }"),
        ("ChangeCommandText", false, "public void M() { command.CommandText = command.CommandText.Replace(\"@a\", \"@b\"); }"),
        // Open.
        ("BadParameter", true, "public void M(string name) { command.CommandText = $\"SELECT id FROM orders WHERE name = '{name}'\"; }"),
        ("BadAppend", true, "public void M(string name) { command.CommandText = \"SELECT id FROM orders\"; command.CommandText += \" WHERE name = '\" + name + \"'\"; }"),
        ("BadProperty", true, "public void M() { command.CommandText = \"SELECT id FROM orders WHERE name = '\" + Filter + \"'\"; }"),
        ("BadObject", true, "public void M(object id) { command.CommandText = $\"SELECT id FROM orders WHERE id = {id}\"; }"),
        ("BadChar", true, "public void M(string s) { command.CommandText = $\"SELECT id FROM orders WHERE a = '{s[0]}'\"; }"),
        ("BadMember", true, "public void M(Order order) { command.CommandText = $\"SELECT id FROM orders WHERE customer = '{order.Customer}'\"; }"),
        ("BadSort", true, "public void M(string sort) { command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadTable", true, "public void M(string table) { command.CommandText = $\"SELECT id FROM {table}\"; }"),
        ("BadJoin", true, "public void M(string[] ids) { command.CommandText = \"SELECT id FROM orders WHERE id IN ('\" + string.Join(\"','\", ids) + \"')\"; }"),
        ("BadEscaped", true, "public void M(string name) { command.CommandText = \"SELECT id FROM orders WHERE name = \" + Quote(name); }"),
        ("BadConsole", true, "public void M() { command.CommandText = \"SELECT id FROM orders WHERE name = '\" + Console.ReadLine() + \"'\"; }"),
        ("BadFile", true, "public void M(string path) { command.CommandText = \"SELECT id FROM orders WHERE name = '\" + File.ReadAllText(path) + \"'\"; }"),
        ("BadEnvironment", true, "public void M() { command.CommandText = \"SELECT id FROM orders WHERE name = '\" + Environment.GetEnvironmentVariable(\"N\") + \"'\"; }"),
        ("BadReader", true, "public void M(DbDataReader reader) { command.CommandText = \"SELECT id FROM orders WHERE name = '\" + reader.GetString(0) + \"'\"; }"),
        ("BadLambdaEvent", true, "public void M(APIGatewayProxyRequest request, ILambdaContext context) { command.CommandText = \"SELECT id FROM orders WHERE name = '\" + request.QueryStringParameters[\"name\"] + \"'\"; }"),
        ("BadSqsEvent", true, "public void M(SQSEvent e) { foreach (var record in e.Records) { _ = new Rds.ExecuteStatementRequest { Sql = $\"INSERT INTO log VALUES ('{record.Body}')\" }; } }"),
        ("BadWholeRequest", true, "public void M(APIGatewayProxyRequest request) { command.CommandText = request.Body; }"),
        ("BadWrongGuard", true, "public void M(string sort) { if (string.IsNullOrEmpty(sort)) throw new ArgumentException(); command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadGuardOther", true, "public void M(string sort, string other) { if (!s_sortable.Contains(other)) throw new ArgumentException(); command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadGuardInverted", true, "public void M(string sort) { if (s_sortable.Contains(sort)) throw new ArgumentException(); command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadGuardLoose", true, "public void M(string t) { if (!Regex.IsMatch(t, \"[A-Za-z]+\")) throw new ArgumentException(); command.CommandText = \"SELECT id FROM \" + t; }"),
        ("BadGuardRewritten", true, "public void M(string sort, string other) { if (!s_sortable.Contains(sort)) throw new ArgumentException(); sort = other; command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadAnswerOther", true, "public void M(string sort, string other) { var isKnown = s_sortable.Contains(other); if (!isKnown) throw new ArgumentException(); command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadAnswerOld", true, "public void M(string sort, string other) { var isKnown = s_sortable.Contains(sort); sort = other; if (isKnown) command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadAnswerOlder", true, "public void M(string sort, string other) { var isKnown = s_sortable.Contains(sort); sort = other; if (!isKnown) return; command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadAnswerUnused", true, "public void M(string sort) { var isKnown = s_sortable.Contains(sort); Console.WriteLine(isKnown); command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadOrElse", true, "public void M(string dir, string other) { if (dir is not (\"ASC\" or \"DESC\")) dir = other; command.CommandText = \"SELECT id FROM orders ORDER BY id \" + dir; }"),
        ("BadOrItself", true, "public void M(string sort) { sort = s_columns.Contains(sort) ? \"id\" : sort; command.CommandText = \"SELECT id FROM orders ORDER BY \" + sort; }"),
        ("BadFiltered", true, "public void M(List<string> all) { command.CommandText = \"SELECT \" + string.Join(\",\", all.Where(c => !s_sortable.Contains(c))) + \" FROM orders\"; }"),
        ("BadRegexMatched", true, "public void M(string t) { var m = Regex.Match(t, \"^.+$\"); command.CommandText = \"SELECT id FROM \" + m.Value; }"),
        ("BadRegexAlternatives", true, "public void M(string t) { if (!Regex.IsMatch(t, \"^[a-z]+|[0-9]+$\")) throw new ArgumentException(); command.CommandText = \"SELECT id FROM \" + t; }"),
        ("BadBytes", true, "public void M(byte[] data) { command.CommandText = \"SELECT id FROM orders WHERE name = '\" + Encoding.UTF8.GetString(data) + \"'\"; }"),
        ("BadLoop", true, "public void M(string[] names) { var sql = \"SELECT id FROM orders WHERE 1 = 0\"; foreach (var name in names) sql += $\" OR name = '{name}'\"; command.CommandText = sql; }"),
        ("BadBuilder", true, "public void M(string? name) { var sql = new StringBuilder(\"SELECT id FROM orders\"); if (name != null) sql.Append(\" WHERE name = '\").Append(name).Append('\\''); command.CommandText = sql.ToString(); }"),
        ("BadDapper", true, "public void M(string name) { connection.Query<int>($\"SELECT id FROM orders WHERE name LIKE '%{name}%'\"); }"),
        ("BadEf", true, "public void M(string name) { database.ExecuteSqlRaw($\"DELETE FROM t WHERE a = '{name}'\"); }"),
        ("BadAthena", true, "public void M(string day) { _ = new Athena.StartQueryExecutionRequest { QueryString = $\"SELECT * FROM logs WHERE day = '{day}'\" }; }"),
        ("BadPartiQl", true, "public void M(string id) { _ = new Dynamo.ExecuteStatementRequest { Statement = $\"SELECT * FROM Orders WHERE id = '{id}'\" }; }"),
        ("BadTimestream", true, "public void M(string host) { _ = new Timestream.QueryRequest { QueryString = $\"SELECT * FROM metrics WHERE host = '{host}'\" }; }"),
        ("BadExpression", true, "public void M(string status) { _ = new Dynamo.ScanRequest { FilterExpression = \"orderStatus = \" + status }; }"),
        ("BadTernary", true, "public void M(string? name) { command.CommandText = \"SELECT id FROM orders\" + (name is null ? \"\" : \" WHERE name = '\" + name + \"'\"); }"),
        ("BadTry", true, "public void M(TextReader reader) { var data = \"\"; try { data = reader.ReadLine(); } catch (IOException) { } finally { reader.Dispose(); } command.CommandText = \"SELECT id FROM orders WHERE name = '\" + data + \"'\"; }"),
        ("BadLocalFunction", true, "public void M(string name) { command.CommandText = Build(); string Build() => $\"SELECT id FROM orders WHERE name = '{name}'\"; }"),
        ("BadAsync", true, "public async Task M(Stream body) { using var reader = new StreamReader(body); var text = await reader.ReadToEndAsync(); command.CommandText = $\"SELECT id FROM orders WHERE name = '{text}'\"; }"),
    ];

    [Fact]
    public async Task Recall_and_precision_hold()
    {
        var source = new StringBuilder(Head.TrimEnd()).AppendLine();
        foreach (var (name, _, body) in s_cases)
            source.Append("    ").AppendLine(body.Replace(" M(", $" {name}(").Replace(" M<", $" {name}<"));
        source.AppendLine("}");
        var code = source.ToString();
        var lines = code.Split('\n');
        var found = await Verify.Diagnostics(code, TextRefs.Setup, ["SKY3001", "SKY3002", "SKY3003"]);
        var reported = found.Select(d => lines[d.Location.GetLineSpan().StartLinePosition.Line]).ToHashSet();
        var wrong = s_cases.Where(c => reported.Any(l => l.Contains($" {c.Name}(") || l.Contains($" {c.Name}<")) != c.IsBad).Select(c => c.Name);
        Assert.True(!wrong.Any(), string.Join(", ", wrong));
    }
}
