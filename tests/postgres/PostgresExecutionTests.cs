using System.Reflection;
using System.Runtime.Loader;
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
    private const string Rule = "SKY3001";

    private static readonly string[] s_hostile = ["x' OR 1 = 1 OR 'y' LIKE 'y", "x' OR 1 = 1 --", "x') OR 1 = 1 --", "x') AND 1 = 0 --", "x'; DROP TABLE customers --"];

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
        ("Ada", true, "ids.AddRange(connection.Query<int>($\"SELECT id FROM customers WHERE name = '{name}' AND age > {age}\"));"),
        ("d", true, "ids.AddRange(connection.Query<int>(\"SELECT id FROM customers WHERE age > @age AND name LIKE '%\" + name + \"%' ORDER BY id\", new { age }));"),
        ("Ada|Grace", true, "ids.AddRange(connection.Query<int>($\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", names)}') ORDER BY id\"));"),
        ("Ada|Grace", true, "ids.AddRange(connection.Query<int>(\"SELECT id FROM customers WHERE name NOT IN (\" + string.Join(\",\", names.Select(n => $\"'{n}'\")) + \") ORDER BY id\"));"),
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
    public async Task Fixed_code_gives_the_same_rows_and_no_more(string statement, string harmless, bool isText)
    {
        var source = Source(statement);
        var corrected = await Verify.ApplyFix(Rule, source, TextRefs.Setup, 0);
        Assert.NotNull(corrected);
        Assert.Empty(await Verify.Diagnostics(corrected, TextRefs.Setup, [Rule]));

        var before = Load(source);
        var after = Load(corrected);
        var expected = Run(before, harmless);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Run(after, harmless));

        var escapes = statement.Contains("\"''\"", StringComparison.Ordinal);
        foreach (var hostile in s_hostile)
        {
            // Where the column is no text, such input is an error; before the fix it was SQL.
            if (isText)
                Assert.Equal(Run(before, escapes ? hostile : hostile.Replace("'", "''")), Run(after, hostile));
            else
                Assert.Throws<PostgresException>(() => Run(after, hostile));
        }

        if (isText)
            Assert.Equal(!escapes, s_hostile.Any(hostile => !Run(after, hostile).SequenceEqual(TryRun(before, hostile))));
    }

    [Theory]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", names)}')\";", 0)]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE name NOT IN ('{string.Join(\"','\", names)}')\";", 5)]
    [InlineData("ids.AddRange(connection.Query<int>($\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", names)}')\"));", 0)]
    public async Task An_empty_list_selects_what_it_selected(string statement, int rows)
    {
        var corrected = await Verify.ApplyFix(Rule, Source(statement), TextRefs.Setup, 0);
        Assert.Equal(rows, Run(Load(corrected!), null).Count);
    }

    private static string Source(string statement) => $$"""
        using System.Text;
        using Dapper;
        using Npgsql;

        public static class Sample
        {
            public static List<int> Run(NpgsqlConnection connection, string name, string[] names, int age)
            {
                var ids = new List<int>();
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

    private static MethodInfo Load(string source)
    {
        var compilation = Verify.Compile(source, TextRefs.Setup);
        using var image = new MemoryStream();
        var emitted = compilation.WithOptions(compilation.Options.WithModuleName("Sample")).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Sample")!.GetMethod("Run")!;
    }

    private static List<int> Run(MethodInfo sample, string? input)
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
            return (List<int>)sample.Invoke(null, [connection, input ?? "", input?.Split('|') ?? [], 18])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is PostgresException inner)
        {
            throw inner;
        }
    }

    /// <summary>The rows, or none of those that there are when the statement fails.</summary>
    private static List<int> TryRun(MethodInfo sample, string input)
    {
        try
        {
            return Run(sample, input);
        }
        catch (PostgresException)
        {
            return [-1];
        }
    }
}
