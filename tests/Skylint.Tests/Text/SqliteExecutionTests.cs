using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Data.Sqlite;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>
/// The fixed code runs against a real database: for harmless input it gives the rows that the code gave before, and for hostile
/// input it does not become SQL.
/// </summary>
public sealed class SqliteExecutionTests
{
    private const string Rule = "SKY3001";

    [Theory]
    [InlineData("command.CommandText = \"SELECT id FROM customers WHERE name = '\" + name + \"'\";", "Ada")]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE name = '{name}' AND age > {age}\";", "Ada")]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE name LIKE '%{name}%' ORDER BY id\";", "d")]
    [InlineData("command.CommandText = \"SELECT id FROM customers WHERE name LIKE '\" + name + \"%' ORDER BY id\";", "A")]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE lower(name) = lower('{name}') OR town = '{name}' ORDER BY id\";", "Paris")]
    [InlineData("command.CommandText = $@\"SELECT id FROM customers\n WHERE town = '{name}'\n ORDER BY id\";", "Paris")]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE name IN ('{name}', 'Grace') ORDER BY id\";", "Ada")]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE age BETWEEN {age} AND 99 AND town <> '{name}' ORDER BY id\";", "Paris")]
    [InlineData("var sql = string.Empty + \"SELECT id FROM customers WHERE name = '\" + name + \"'\"; command.CommandText = sql;", "Ada")]
    public async Task Fixed_code_gives_the_same_rows_and_no_more(string statement, string harmless)
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

        // Text with its quotes doubled is plain data for the spliced statement: the parameter must select what that selects.
        const string hostile = "x' OR 1 = 1 OR 'y' LIKE 'y";
        Assert.Equal(Run(before, hostile.Replace("'", "''")), Run(after, hostile));
    }

    [Fact]
    public void The_hostile_text_is_hostile()
    {
        var open = Load(Source("command.CommandText = $\"SELECT id FROM customers WHERE name = '{name}'\";"));
        Assert.Equal(4, Run(open, "x' OR 1 = 1 OR 'y' LIKE 'y").Count);
    }

    private static string Source(string statement) => $$"""
        using Microsoft.Data.Sqlite;

        public static class Sample
        {
            public static List<long> Run(SqliteConnection connection, string name, int age)
            {
                using var command = connection.CreateCommand();
                {{statement}}
                var ids = new List<long>();
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    ids.Add(reader.GetInt64(0));
                return ids;
            }
        }
        """;

    private static MethodInfo Load(string source)
    {
        var compilation = Verify.Compile(source, new Setup(Refs.Net.With("Microsoft.Data.Sqlite.Core", "9.0.0", "net8.0", "Microsoft.Data.Sqlite")));
        using var image = new MemoryStream();
        var emitted = compilation.WithOptions(compilation.Options.WithModuleName("Sample")).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Sample")!.GetMethod("Run")!;
    }

    private static List<long> Run(MethodInfo sample, string name)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using (var setup = connection.CreateCommand())
        {
            setup.CommandText = """
                CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, town TEXT, age INTEGER);
                INSERT INTO customers (name, town, age) VALUES ('Ada', 'London', 36), ('Grace', 'Arlington', 85), ('Edsger', 'Nuenen', 72), ('Paris', 'Paris', 20);
                """;
            setup.ExecuteNonQuery();
        }

        return (List<long>)sample.Invoke(null, [connection, name, 18])!;
    }
}
