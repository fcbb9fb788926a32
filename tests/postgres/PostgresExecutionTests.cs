using System.Reflection;
using Npgsql;
using Skylint.Tests.Support;
using Skylint.Tests.Text;
using Xunit;

namespace Skylint.Postgres.Tests;

/// <summary>
/// Fixed code runs against PostgreSQL, through Npgsql and Dapper: for harmless input it gives the rows that the code gave before, and for hostile
/// input it does not become SQL. PostgreSQL is strict about types, so this shows too that a parameter stands for what the literal stood for.
/// </summary>
public sealed class PostgresExecutionTests
{
    private static readonly ExecutedFix s_fix = new(Run);

    private static readonly string s_server = Environment.GetEnvironmentVariable("SKYLINT_POSTGRES")
        ?? throw new InvalidOperationException("SKYLINT_POSTGRES holds no connection string; run tests/postgres/run.sh.");

    // Harmless input, whether hostile input is compared too, and the code before the fix. Several inputs are separated by a bar.
    private static readonly (string Harmless, bool IsText, string Code)[] s_samples =
    [
        ("Ada", true, "command.CommandText = \"SELECT id FROM customers WHERE name = '\" + name + \"'\";"),
        ("Ada", true, "command.CommandText = $\"SELECT id FROM customers WHERE name = '{name}' AND age > {age}\";"),
        ("d", true, "command.CommandText = $\"SELECT id FROM customers WHERE name LIKE '%{name}%' ORDER BY id\";"),
        ("a", true, "command.CommandText = \"SELECT id FROM customers WHERE name ILIKE '\" + name + \"%' ORDER BY id\";"),
        ("Paris", true, "command.CommandText = $\"SELECT id FROM customers WHERE lower(name) = lower('{name}') OR town = '{name}' ORDER BY id\";"),
        ("Ada", true, "command.CommandText = $\"SELECT id FROM customers WHERE name IN ('{name}', 'Grace') ORDER BY id\";"),
        ("Ada", true, "command.CommandText = string.Format(\"SELECT id FROM customers WHERE name = '{0}' AND age BETWEEN {1} AND 99\", name, age);"),
        ("Ada", true, "var sql = new StringBuilder(\"SELECT id FROM customers WHERE 1 = 1\"); if (name.Length > 0) { sql.Append($\" AND name = '{name}'\"); } if (age > 0) { sql.Append(\" AND age > \").Append(age); } command.CommandText = sql.ToString();"),
        ("Ada", true, "var sql = \"SELECT id FROM customers\"; sql += \" WHERE name = '\" + name + \"'\"; command.CommandText = sql;"),
        ("O'Brien", true, "command.CommandText = $\"SELECT id FROM customers WHERE name = '{name.Replace(\"'\", \"''\")}'\";"),
        ("Ada|Grace", true, "command.CommandText = $\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", names)}') ORDER BY id\";"),
        ("Ada|Grace", true, "command.CommandText = \"SELECT id FROM customers WHERE name NOT IN (\" + string.Join(\", \", names.Select(n => \"'\" + n + \"'\")) + \") ORDER BY id\";"),
        ("1|3", false, "command.CommandText = $\"SELECT id FROM customers WHERE id IN ('{string.Join(\"','\", names)}') ORDER BY id\";"),
        ("36", false, "command.CommandText = \"SELECT id FROM customers WHERE age = \" + name;"),
        ("1815-12-10", false, "command.CommandText = $\"SELECT id FROM customers WHERE born >= '{name}' ORDER BY id\";"),
        ("7d444840-9dc0-11d1-b245-5ffdce74fad2", false, "command.CommandText = $\"SELECT id FROM customers WHERE key = '{name}'\";"),
        ("Ada", true, "ids.AddRange(connection.Query<long>($\"SELECT id FROM customers WHERE name = '{name}' AND age > {age}\"));"),
        ("d", true, "ids.AddRange(connection.Query<long>(\"SELECT id FROM customers WHERE age > @age AND name LIKE '%\" + name + \"%' ORDER BY id\", new { age }));"),
        ("Ada|Grace", true, "ids.AddRange(connection.Query<long>($\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", names)}') ORDER BY id\"));"),
        ("Ada|Grace", true, "ids.AddRange(connection.Query<long>(\"SELECT id FROM customers WHERE name NOT IN (\" + string.Join(\",\", names.Select(n => $\"'{n}'\")) + \") ORDER BY id\"));"),
    ];

    public static TheoryData<string, string, bool> Samples
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var (harmless, isText, code) in s_samples)
                data.Add(code, harmless, isText);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public Task Fixed_code_gives_the_same_rows_and_no_more(string statement, string harmless, bool isText) =>
        s_fix.AssertSame(Source(statement), harmless, escapes: statement.Contains("\"''\"", StringComparison.Ordinal), isRefused: isText ? null : typeof(PostgresException));

    [Theory]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", names)}')\";", 0)]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE name NOT IN ('{string.Join(\"','\", names)}')\";", 5)]
    [InlineData("ids.AddRange(connection.Query<long>($\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", names)}')\"));", 0)]
    public Task An_empty_list_selects_what_it_selected(string statement, int rows) => s_fix.AssertEmptyList(Source(statement), rows);

    // A literal takes the type of the column beside it. Dapper's parameter is text, which PostgreSQL does not compare with a date: the fix says so in its title, and
    // what happens is an error the first time the statement runs, never other rows.
    [Fact]
    public async Task Dapper_fails_loudly_beside_a_column_that_is_no_text()
    {
        var source = Source("ids.AddRange(connection.Query<long>($\"SELECT id FROM customers WHERE born >= '{name}'\"));");
        Assert.Equal(["Use parameters (PostgreSQL compares them as text)"], await Verify.FixTitles(ExecutedFix.Rule, source, TextRefs.Setup));
        var after = ExecutedFix.Load((await Verify.ApplyFix(ExecutedFix.Rule, source, TextRefs.Setup, 0))!);
        var error = Assert.Throws<PostgresException>(() => Run(after, "1815-12-10"));
        Assert.Equal("42883", error.SqlState);
    }

    private static string Source(string statement) => $$"""
        using System.Text;
        using Dapper;
        using Npgsql;

        public static class Sample
        {
            public static List<long> Run(NpgsqlConnection connection, string name, string[] names, int age)
            {
                var ids = new List<long>();
                using var command = connection.CreateCommand();
                {{statement}}
                if (command.CommandText.Length == 0)
                    return ids;
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    ids.Add(reader.GetInt32(0));
                return ids;
            }
        }
        """;

    private static List<long> Run(MethodInfo sample, string? input)
    {
        using var connection = new NpgsqlConnection(s_server);
        connection.Open();
        using (var setup = connection.CreateCommand())
        {
            // Temporary tables go with the connection, and hide what another run has made.
            setup.CommandText = """
                CREATE TEMPORARY TABLE customers (id integer PRIMARY KEY, name text, town text, age integer, born date, key uuid);
                INSERT INTO customers VALUES (1, 'Ada', 'London', 36, '1815-12-10', '7d444840-9dc0-11d1-b245-5ffdce74fad2'), (2, 'Grace', 'Arlington', 85, '1906-12-09', gen_random_uuid()),
                    (3, 'Edsger', 'Nuenen', 72, '1930-05-11', gen_random_uuid()), (4, 'Paris', 'Paris', 20, '1800-01-01', gen_random_uuid()), (5, 'O''Brien', 'Cork', 40, '1801-01-01', gen_random_uuid());
                """;
            setup.ExecuteNonQuery();
        }

        try
        {
            return (List<long>)sample.Invoke(null, [connection, input ?? "", input?.Split('|') ?? [], 18])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is PostgresException inner)
        {
            throw inner;
        }
    }
}
