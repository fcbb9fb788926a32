using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>What the parameterising fix writes, and where it keeps its hands off.</summary>
public sealed class ParameterizeFixTests
{
    private const string Sql = "SKY3001";
    private const string DataApi = "SKY3002";

    public static TheoryData<string, string, string> Fixes => new()
    {
        {
            "concatenation",
            "command.CommandText = \"SELECT id FROM t WHERE name = '\" + name + \"' AND a = 1\";",
            "command.CommandText = \"SELECT id FROM t WHERE name = @name AND a = 1\";\n        command.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "pattern",
            "command.CommandText = $\"SELECT id FROM t WHERE name LIKE '%{name}%'\";",
            "command.CommandText = \"SELECT id FROM t WHERE name LIKE @name\";\n        command.Parameters.AddWithValue(\"@name\", $\"%{name}%\");"
        },
        {
            "concatenated pattern",
            "command.CommandText = \"SELECT id FROM t WHERE name LIKE '\" + name + \"%'\";",
            "command.CommandText = \"SELECT id FROM t WHERE name LIKE @name\";\n        command.Parameters.AddWithValue(\"@name\", $\"{name}%\");"
        },
        {
            "verbatim over lines",
            "command.CommandText = $@\"SELECT id\n            FROM t\n            WHERE name = '{name}'\";",
            "command.CommandText = @\"SELECT id\n            FROM t\n            WHERE name = @name\";\n        command.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "raw",
            "command.CommandText = $\"\"\"SELECT \"id\" FROM t WHERE name = '{name}'\"\"\";",
            "command.CommandText = \"\"\"SELECT \"id\" FROM t WHERE name = @name\"\"\";\n        command.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "line breaks stay",
            "command.CommandText = \"SELECT id FROM t WHERE name = '\" + name + \"' \" +\n            \"AND a = '\" + other.Customer + \"'\";",
            "command.CommandText = \"SELECT id FROM t WHERE name = @name \" +\n            \"AND a = @customer\";\n        command.Parameters.AddWithValue(\"@name\", name);\n        command.Parameters.AddWithValue(\"@customer\", other.Customer);"
        },
        {
            "same value twice",
            "command.CommandText = $\"SELECT id FROM t WHERE name = '{name}' OR alias = '{name}'\";",
            "command.CommandText = \"SELECT id FROM t WHERE name = @name OR alias = @name\";\n        command.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "taken name",
            "command.Parameters.AddWithValue(\"@name\", 1);\n        command.CommandText = $\"SELECT id FROM t WHERE id = @name AND name = '{name}'\";",
            "command.Parameters.AddWithValue(\"@name\", 1);\n        command.CommandText = \"SELECT id FROM t WHERE id = @name AND name = @name2\";\n        command.Parameters.AddWithValue(\"@name2\", name);"
        },
        {
            "constant stays",
            "command.CommandText = $\"SELECT id FROM {Table} WHERE name = '{name}'\";",
            "command.CommandText = $\"SELECT id FROM {Table} WHERE name = @name\";\n        command.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "possibly null",
            "command.CommandText = $\"SELECT id FROM t WHERE name = '{maybe}'\";",
            "command.CommandText = \"SELECT id FROM t WHERE name = @maybe\";\n        command.Parameters.AddWithValue(\"@maybe\", (object?)maybe ?? DBNull.Value);"
        },
        {
            "through a local",
            "var sql = $\"SELECT id FROM t WHERE name = '{name}'\";\n        using var made = new SqliteCommand(sql, connection);",
            "var sql = \"SELECT id FROM t WHERE name = @name\";\n        using var made = new SqliteCommand(sql, connection);\n        made.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "using block",
            "using (var made = new SqliteCommand(\"SELECT id FROM t WHERE name = '\" + name + \"'\", connection))\n        {\n            made.ExecuteNonQuery();\n        }",
            "using (var made = new SqliteCommand(\"SELECT id FROM t WHERE name = @name\", connection))\n        {\n            made.Parameters.AddWithValue(\"@name\", name);\n            made.ExecuteNonQuery();\n        }"
        },
        {
            "initialiser",
            "var made = new SqliteCommand { CommandText = $\"SELECT id FROM t WHERE name = '{name}'\" };",
            "var made = new SqliteCommand { CommandText = \"SELECT id FROM t WHERE name = @name\" };\n        made.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "sql server",
            "using var made = new SqlCommand($\"SELECT id FROM t WHERE name = '{name}' AND id = {id}\");",
            "using var made = new SqlCommand(\"SELECT id FROM t WHERE name = @name AND id = @id\");\n        made.Parameters.Add(\"@name\", System.Data.SqlDbType.NVarChar).Value = name;\n        made.Parameters.Add(\"@id\", System.Data.SqlDbType.Int).Value = id;"
        },
        {
            "any provider",
            "any.CommandText = $\"SELECT id FROM t WHERE name = '{name}'\";",
            "any.CommandText = \"SELECT id FROM t WHERE name = @name\";\n        var nameParameter = any.CreateParameter();\n        nameParameter.ParameterName = \"@name\";\n        nameParameter.Value = name;\n        any.Parameters.Add(nameParameter);"
        },
        {
            "npgsql",
            "using var made = source.CreateCommand($\"SELECT id FROM t WHERE name = '{name}'\");",
            "using var made = source.CreateCommand(\"SELECT id FROM t WHERE name = @name\");\n        made.Parameters.Add(new NpgsqlParameter(\"name\", NpgsqlTypes.NpgsqlDbType.Unknown) { Value = name });"
        },
        {
            "dapper",
            "connection.Execute($\"DELETE FROM t WHERE name = '{name}'\");",
            "connection.Execute(\"DELETE FROM t WHERE name = @name\", new { name });"
        },
        {
            "dapper with parameters",
            "connection.Execute($\"DELETE FROM t WHERE id = @id AND name = '{other.Customer}'\", new { id });",
            "connection.Execute(\"DELETE FROM t WHERE id = @id AND name = @customer\", new { id, customer = other.Customer });"
        },
        {
            "list, quoted outside",
            "command.CommandText = $\"SELECT id FROM t WHERE name IN ('{string.Join(\"','\", names)}') AND id > {id}\";",
            "var namesMarkers = names.Count == 0 ? \"SELECT NULL WHERE 1 = 0\" : string.Join(\", \", names.Select((_, i) => \"@names\" + i));\n        command.CommandText = $\"SELECT id FROM t WHERE name IN ({namesMarkers}) AND id > @id\";\n        for (var i = 0; i < names.Count; i++)\n            command.Parameters.AddWithValue(\"@names\" + i, names[i]);\n        command.Parameters.AddWithValue(\"@id\", id);"
        },
        {
            "list, quoted inside",
            "command.CommandText = \"SELECT id FROM t WHERE name IN (\" + string.Join(\", \", names.Select(n => \"'\" + n.Replace(\"'\", \"''\") + \"'\")) + \")\";",
            "var namesMarkers = names.Count == 0 ? \"SELECT NULL WHERE 1 = 0\" : string.Join(\", \", names.Select((_, i) => \"@names\" + i));\n        command.CommandText = \"SELECT id FROM t WHERE name IN (\" + namesMarkers + \")\";\n        for (var i = 0; i < names.Count; i++)\n            command.Parameters.AddWithValue(\"@names\" + i, names[i]);"
        },
        {
            "dapper list",
            "connection.Execute($\"DELETE FROM t WHERE name NOT IN ('{string.Join(\"', '\", names)}') AND id = @id\", new { id });",
            "connection.Execute(\"DELETE FROM t WHERE name NOT IN @names AND id = @id\", new { id, names });"
        },
        {
            "dapper list for postgres",
            "postgres.Execute($\"DELETE FROM t WHERE name IN ('{string.Join(\"','\", names)}')\");",
            "postgres.Execute(\"DELETE FROM t WHERE name = ANY(@names)\", new { names });"
        },
        {
            "format",
            "command.CommandText = string.Format(\"SELECT id FROM t WHERE name = '{0}' AND id = {1}\", name, id);",
            "command.CommandText = \"SELECT id FROM t WHERE name = @name AND id = @id\";\n        command.Parameters.AddWithValue(\"@name\", name);\n        command.Parameters.AddWithValue(\"@id\", id);"
        },
        {
            "format with a table",
            "command.CommandText = string.Format(\"SELECT id FROM {1} WHERE name = '{0}'\", name, Table);",
            "command.CommandText = $\"SELECT id FROM {Table} WHERE name = @name\";\n        command.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "builder",
            "var sql = new System.Text.StringBuilder(\"SELECT id FROM t\");\n        sql.Append(\" WHERE name = '\").Append(name).Append(\"'\");\n        using var made = new SqliteCommand(sql.ToString(), connection);",
            "var sql = new System.Text.StringBuilder(\"SELECT id FROM t\");\n        sql.Append(\" WHERE name = @name\");\n        using var made = new SqliteCommand(sql.ToString(), connection);\n        made.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "branch of a builder",
            "var sql = new System.Text.StringBuilder(\"SELECT id FROM t WHERE 1 = 1\");\n        if (maybe != null)\n        {\n            sql.Append($\" AND name = '{maybe}'\");\n        }\n        command.CommandText = sql.ToString();",
            "var sql = new System.Text.StringBuilder(\"SELECT id FROM t WHERE 1 = 1\");\n        if (maybe != null)\n        {\n            sql.Append(\" AND name = @maybe\");\n            command.Parameters.AddWithValue(\"@maybe\", maybe);\n        }\n        command.CommandText = sql.ToString();"
        },
        {
            "appended in steps",
            "var sql = \"SELECT id FROM t WHERE name = '\";\n        sql += name;\n        sql += \"'\";\n        command.CommandText = sql;",
            "var sql = \"SELECT id FROM t WHERE name = \";\n        sql += \"@name\";\n        sql += \"\";\n        command.CommandText = sql;\n        command.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "quotes doubled by hand",
            "command.CommandText = $\"SELECT id FROM t WHERE name = '{name.Replace(\"'\", \"''\")}'\";",
            "command.CommandText = \"SELECT id FROM t WHERE name = @name\";\n        command.Parameters.AddWithValue(\"@name\", name);"
        },
        {
            "dapper with a transaction",
            "connection.Execute($\"DELETE FROM t WHERE name = '{name}'\", transaction: null);",
            "connection.Execute(\"DELETE FROM t WHERE name = @name\", param: new { name }, transaction: null);"
        },
        {
            "entity framework",
            "database.ExecuteSqlRaw($\"DELETE FROM t WHERE name = '{name}'\");",
            "database.ExecuteSql($\"DELETE FROM t WHERE name = {name}\");"
        },
    };

    public static TheoryData<string, string, string> RequestFixes => new()
    {
        {
            "later",
            "rds.Sql = $\"SELECT id FROM t WHERE name = '{name}' AND id = {id}\";",
            "rds.Sql = \"SELECT id FROM t WHERE name = :name AND id = :id\";\n        rds.Parameters = [new Rds.SqlParameter { Name = \"name\", Value = new Rds.Field { StringValue = name } }, new Rds.SqlParameter { Name = \"id\", Value = new Rds.Field { LongValue = id } }];"
        },
        {
            "existing",
            "_ = new Rds.ExecuteStatementRequest { Sql = $\"SELECT id FROM t WHERE a = :a AND name = '{name}'\", Parameters = [new Rds.SqlParameter { Name = \"a\" }] };",
            "_ = new Rds.ExecuteStatementRequest { Sql = \"SELECT id FROM t WHERE a = :a AND name = :name\", Parameters = [new Rds.SqlParameter { Name = \"a\" }, new Rds.SqlParameter { Name = \"name\", Value = new Rds.Field { StringValue = name } }] };"
        },
        {
            "redshift",
            "_ = new Redshift.ExecuteStatementRequest { Sql = \"SELECT id FROM t WHERE name = '\" + name + \"'\" };",
            "_ = new Redshift.ExecuteStatementRequest { Sql = \"SELECT id FROM t WHERE name = :name\", Parameters = [new Redshift.SqlParameter { Name = \"name\", Value = name }] };"
        },
        {
            "athena",
            "_ = new Athena.StartQueryExecutionRequest { QueryString = $\"SELECT id FROM t WHERE name = '{name}'\" };",
            "_ = new Athena.StartQueryExecutionRequest { QueryString = \"SELECT id FROM t WHERE name = ?\", ExecutionParameters = [\"'\" + name.Replace(\"'\", \"''\") + \"'\"] };"
        },
        {
            "rds list",
            "rds.Sql = $\"SELECT id FROM t WHERE name IN ('{string.Join(\"','\", names)}')\";",
            "var namesMarkers = names.Count == 0 ? \"''\" : string.Join(\", \", names.Select((_, i) => \":names\" + i));\n        rds.Sql = $\"SELECT id FROM t WHERE name IN ({namesMarkers})\";\n        rds.Parameters = [.. names.Select((value, i) => new Rds.SqlParameter { Name = \"names\" + i, Value = new Rds.Field { StringValue = value } })];"
        },
        {
            "partiql list",
            "_ = new Dynamo.ExecuteStatementRequest { Statement = $\"SELECT * FROM Orders WHERE id IN ('{string.Join(\"','\", names)}') AND name = '{name}'\" };",
            "var namesMarkers = names.Count == 0 ? \"''\" : string.Join(\", \", Enumerable.Repeat(\"?\", names.Count));\n        _ = new Dynamo.ExecuteStatementRequest { Statement = $\"SELECT * FROM Orders WHERE id IN ({namesMarkers}) AND name = ?\", Parameters = [.. names.Select(value => new Dynamo.AttributeValue { S = value }), new Dynamo.AttributeValue { S = name }] };"
        },
        {
            "partiql",
            "_ = new Dynamo.ExecuteStatementRequest { Statement = $\"SELECT * FROM Orders WHERE id = '{name}'\" };",
            "_ = new Dynamo.ExecuteStatementRequest { Statement = \"SELECT * FROM Orders WHERE id = ?\", Parameters = [new Dynamo.AttributeValue { S = name }] };"
        },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Values_become_parameters(string name, string before, string after)
    {
        _ = name;
        return Verify.Fix(Sql, Wrap(before), Wrap(after), TextRefs.Setup);
    }

    [Theory]
    [MemberData(nameof(RequestFixes))]
    public Task Requests_get_their_values(string name, string before, string after)
    {
        _ = name;
        return Verify.Fix(DataApi, Wrap(before), Wrap(after), TextRefs.Setup);
    }

    [Theory]
    [InlineData("command.CommandText = \"SELECT id FROM \" + name;")]
    [InlineData("command.CommandText = $\"SELECT id FROM t ORDER BY {name}\";")]
    [InlineData("command.CommandText = $\"SELECT {name} FROM t\";")]
    [InlineData("command.CommandText = $\"SELECT id FROM \\\"{name}\\\"\";")]
    [InlineData("command.CommandText = $\"SELECT id FROM [{name}]\";")]
    [InlineData("command.CommandText = $\"SELECT id FROM t_{name}\";")]
    [InlineData("command.CommandText = $\"SELECT id FROM t WHERE {name}\";")]
    [InlineData("command.CommandText = $\"SELECT id FROM t WHERE id IN ({name})\";")]
    [InlineData("command.CommandText = $\"INSERT INTO t ({name}) VALUES (1)\";")]
    [InlineData("command.CommandText = $\"SELECT id FROM t -- {name}\";")]
    [InlineData("command.CommandText = $\"SELECT id FROM t WHERE id IN ({string.Join(\",\", names)})\";")]
    [InlineData("var list = string.Join(\"','\", names); command.CommandText = $\"SELECT id FROM t WHERE name IN ('{list}')\";")]
    [InlineData("command.CommandText = $\"SELECT id FROM t WHERE name IN ('{string.Join(\"','\", names.Where(n => n != \"\"))}')\";")]
    [InlineData("var sql = new System.Text.StringBuilder(\"SELECT id FROM t WHERE 1 = 0\"); foreach (var n in names) { sql.Append($\" OR name = '{n}'\"); } command.CommandText = sql.ToString();")]
    [InlineData("var sql = new System.Text.StringBuilder(\"SELECT id FROM t\"); if (id > 0) { sql.Append($\" WHERE name = '{name}'\"); } using var made = new SqliteCommand(sql.ToString(), connection);")]
    [InlineData("var sql = \"SELECT id FROM t WHERE name = \"; if (id > 0) { sql += name; } command.CommandText = sql;")]
    [InlineData("command.CommandText = \"SELECT id FROM t WHERE name = \" + Quote(name);")]
    [InlineData("any.CommandText = \"SELECT id FROM t WHERE id = \" + name;")]
    [InlineData("connection.Execute(\"DELETE FROM t WHERE id = \" + name);")]
    [InlineData("unknown.Execute($\"DELETE FROM t WHERE name IN ('{string.Join(\"','\", names)}')\");")]
    [InlineData("new SqliteCommand($\"DELETE FROM t WHERE name = '{name}'\", connection).ExecuteNonQuery();")]
    [InlineData("if (id > 0) command.CommandText = $\"DELETE FROM t WHERE name = '{name}'\";")]
    [InlineData("database.ExecuteSqlRaw($\"DELETE FROM {name}\");")]
    public Task What_cannot_be_a_parameter_stays(string statement) => Verify.NoFix(Sql, Wrap(statement), TextRefs.Setup);

    [Fact]
    public async Task Partial_fix_says_so()
    {
        var titles = await Verify.FixTitles(Sql, Wrap("command.CommandText = $\"SELECT id FROM {name} WHERE name = '{maybe}'\";"), TextRefs.Setup);
        Assert.Contains("names stay in the text", Assert.Single(titles));
    }

    [Fact]
    public async Task Timestream_has_no_parameters()
    {
        var titles = await Verify.FixTitles(DataApi, Wrap("_ = new Amazon.TimestreamQuery.Model.QueryRequest { QueryString = $\"SELECT 1 FROM t WHERE a = '{name}'\" };"), TextRefs.Setup);
        Assert.Empty(titles);
    }

    [Fact]
    public async Task Older_language_gets_a_list()
    {
        var setup = TextRefs.Setup with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11 };
        var result = await Verify.ApplyFix(DataApi, Wrap("rds.Sql = $\"SELECT id FROM t WHERE name = '{name}'\";"), setup, 0);
        Assert.Contains("rds.Parameters = new List<Rds.SqlParameter> { new Rds.SqlParameter", result);
    }

    [Fact]
    public async Task All_in_a_document()
    {
        var result = await Verify.FixAll(Sql, Wrap("command.CommandText = $\"SELECT id FROM t WHERE name = '{name}'\";\n        any.CommandText = $\"SELECT id FROM t WHERE name = '{maybe}'\";"), TextRefs.Setup);
        Assert.DoesNotContain("$\"", result);
        Assert.Contains("@maybe", result);
    }

    private static string Wrap(string statements) => $$"""
        using Dapper; using Npgsql; using Microsoft.Data.Sqlite; using Microsoft.Data.SqlClient; using Microsoft.EntityFrameworkCore; using Microsoft.EntityFrameworkCore.Infrastructure;
        using Rds = Amazon.RDSDataService.Model; using Redshift = Amazon.RedshiftDataAPIService.Model; using Athena = Amazon.Athena.Model; using Dynamo = Amazon.DynamoDBv2.Model;

        public sealed record Other(string Customer);

        public sealed class Store
        {
            private const string Table = "orders";
            private static string Quote(string text) => "'" + text.Replace("'", "''") + "'";

            public void Run(SqliteConnection connection, SqliteCommand command, System.Data.Common.DbCommand any, NpgsqlDataSource source, DatabaseFacade database, Rds.ExecuteStatementRequest rds, string name, string? maybe, int id, Other other, IReadOnlyList<string> names, NpgsqlConnection postgres, System.Data.IDbConnection unknown)
            {
                {{statements}}
            }
        }
        """.Replace("\n    " + "    " + statements, "\n        " + statements);

    // A literal takes the type of the column beside it, a parameter that is text does not: the fix says so where it may matter.
    [Theory]
    [InlineData("NpgsqlConnection", "$\"SELECT id FROM t WHERE name = '{name}'\"", "Use parameters (PostgreSQL compares them as text)")]
    [InlineData("NpgsqlConnection", "$\"SELECT id FROM t WHERE name IN ('{string.Join(\"','\", names)}')\"", "Use parameters (PostgreSQL compares them as text)")]
    [InlineData("NpgsqlConnection", "$\"SELECT id FROM t WHERE name LIKE '%{name}%'\"", "Use parameters")]
    [InlineData("Microsoft.Data.Sqlite.SqliteConnection", "$\"SELECT id FROM t WHERE name = '{name}'\"", "Use parameters")]
    public async Task Dapper_says_that_a_parameter_is_text(string connection, string text, string title)
    {
        var source = $$"""
            using Dapper; using Npgsql;
            public static class Store { public static void Run({{connection}} connection, string name, string[] names) { connection.Query<int>({{text}}); } }
            """;
        Assert.Equal([title], await Verify.FixTitles("SKY3001", source, TextRefs.Setup));
    }
}
