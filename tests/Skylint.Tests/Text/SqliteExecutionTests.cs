using System.Reflection;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>
/// The fixed code runs against a real database: for harmless input it gives the rows that the code gave before, and for hostile
/// input it does not become SQL.
/// </summary>
public sealed class SqliteExecutionTests
{
    private static readonly ExecutedFix s_fix = new(Run);

    // Harmless input, and the code before the fix. Several inputs are separated by a bar; NAMES splits them.
    private static readonly (string Harmless, string Code)[] s_samples =
    [
        ("Ada", "command.CommandText = \"SELECT id FROM customers WHERE name = '\" + name + \"'\";"),
        ("Ada", "command.CommandText = $\"SELECT id FROM customers WHERE name = '{name}' AND age > {age}\";"),
        ("d", "command.CommandText = $\"SELECT id FROM customers WHERE name LIKE '%{name}%' ORDER BY id\";"),
        ("A", "command.CommandText = \"SELECT id FROM customers WHERE name LIKE '\" + name + \"%' ORDER BY id\";"),
        ("Paris", "command.CommandText = $\"SELECT id FROM customers WHERE lower(name) = lower('{name}') OR town = '{name}' ORDER BY id\";"),
        ("Paris", "command.CommandText = $@\"SELECT id FROM customers\n WHERE town = '{name}'\n ORDER BY id\";"),
        ("Ada", "command.CommandText = $\"SELECT id FROM customers WHERE name IN ('{name}', 'Grace') ORDER BY id\";"),
        ("Paris", "command.CommandText = $\"SELECT id FROM customers WHERE age BETWEEN {age} AND 99 AND town <> '{name}' ORDER BY id\";"),
        ("Ada", "var sql = string.Empty + \"SELECT id FROM customers WHERE name = '\" + name + \"'\"; command.CommandText = sql;"),
        ("O'Brien", "command.CommandText = $\"SELECT id FROM customers WHERE name = '{name.Replace(\"'\", \"''\")}'\";"),
        ("Ada", "command.CommandText = string.Format(\"SELECT id FROM customers WHERE name = '{0}' AND age > {1}\", name, age);"),
        ("A", "command.CommandText = string.Format(\"SELECT id FROM customers WHERE name LIKE '{0}%' ORDER BY id\", name);"),
        ("Ada", "command.CommandText = string.Concat(\"SELECT id FROM customers WHERE name = '\", name, \"'\");"),
        ("Ada", "var sql = new StringBuilder(\"SELECT id FROM customers\"); sql.Append(\" WHERE name = '\").Append(name).Append(\"'\"); sql.Append(\" AND age > \").Append(age); command.CommandText = sql.ToString();"),
        ("Ada", "var sql = new StringBuilder(); sql.AppendLine(\"SELECT id FROM customers\"); sql.AppendLine($\"WHERE name = '{name}'\"); sql.AppendLine(\"ORDER BY id\"); command.CommandText = sql.ToString();"),
        ("Ada", "var sql = \"SELECT id FROM customers WHERE 1 = 1\"; if (name.Length > 0) { sql += \" AND name = '\" + name + \"'\"; } if (age > 0) { sql += \" AND age > \" + age; } command.CommandText = sql;"),
        ("Ada", "var sql = \"SELECT id FROM customers\"; sql = sql + \" WHERE name = '\" + name + \"'\"; command.CommandText = sql;"),
        ("Ada|Grace", "command.CommandText = $\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", NAMES)}') ORDER BY id\";"),
        ("Ada|Grace", "command.CommandText = \"SELECT id FROM customers WHERE name IN (\" + string.Join(\", \", NAMES.Select(n => \"'\" + n + \"'\")) + \") ORDER BY id\";"),
        ("Ada|Grace", "command.CommandText = $\"SELECT id FROM customers WHERE name NOT IN ('{string.Join(\"','\", NAMES)}') ORDER BY id\";"),
        ("Ada", "ids.AddRange(connection.Query<long>($\"SELECT id FROM customers WHERE name = '{name}' AND age > {age}\"));"),
        ("d", "ids.AddRange(connection.Query<long>(\"SELECT id FROM customers WHERE age > @age AND name LIKE '%\" + name + \"%' ORDER BY id\", new { age }));"),
        ("Ada|Grace", "ids.AddRange(connection.Query<long>($\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", NAMES)}') ORDER BY id\"));"),
        ("Ada|Grace", "ids.AddRange(connection.Query<long>(\"SELECT id FROM customers WHERE name NOT IN (\" + string.Join(\",\", NAMES.Select(n => $\"'{n}'\")) + \") ORDER BY id\"));"),
        ("Ada", "ids.AddRange(new Db(connection).Customers.FromSqlRaw($\"SELECT * FROM customers WHERE name = '{name}'\").Select(c => c.Id));"),
        ("Ada", "ids.AddRange(new Db(connection).Customers.FromSqlRaw(string.Format(\"SELECT * FROM customers WHERE name = '{0}' AND age > {1}\", name, age)).Select(c => c.Id));"),
        ("Ada", "ids.AddRange(new Db(connection).Customers.FromSqlRaw(\"SELECT * FROM customers WHERE name = '\" + name + \"' AND age > \" + age).Select(c => c.Id));"),
        ("d", "ids.AddRange(new Db(connection).Customers.FromSqlRaw($\"SELECT * FROM customers WHERE name LIKE '%{name}%' ORDER BY id\").Select(c => c.Id));"),
        ("A", "ids.AddRange(new Db(connection).Customers.FromSqlRaw(\"SELECT * FROM customers WHERE name LIKE '\" + name + \"%' ORDER BY id\").Select(c => c.Id));"),
        ("Ada|Grace", "ids.AddRange(new Db(connection).Customers.FromSqlRaw($\"SELECT * FROM customers WHERE name IN ('{string.Join(\"','\", NAMES)}') ORDER BY id\").Select(c => c.Id));"),
        ("Ada|Grace", "ids.AddRange(new Db(connection).Customers.FromSqlRaw(\"SELECT * FROM customers WHERE name NOT IN (\" + string.Join(\", \", NAMES.Select(n => \"'\" + n + \"'\")) + \") ORDER BY id\").Select(c => c.Id));"),
        ("Ada|Grace", "ids.AddRange(new Db(connection).Database.SqlQueryRaw<long>($\"SELECT id AS Value FROM customers WHERE name IN ('{string.Join(\"','\", NAMES)}') ORDER BY id\").ToList());"),
        ("Ada", "ids.AddRange(new Db(connection).Database.SqlQueryRaw<long>($\"SELECT id AS Value FROM customers WHERE name = '{name}'\").ToList());"),
    ];

    public static TheoryData<string, string> Samples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (harmless, code) in s_samples)
                data.Add(code.Replace("NAMES", "names"), harmless);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public Task Fixed_code_gives_the_same_rows_and_no_more(string statement, string harmless) =>
        s_fix.AssertSame(Source(statement), harmless, escapes: statement.Contains("\"''\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", names)}')\";", 0)]
    [InlineData("command.CommandText = $\"SELECT id FROM customers WHERE name NOT IN ('{string.Join(\"','\", names)}')\";", 5)]
    [InlineData("ids.AddRange(connection.Query<long>($\"SELECT id FROM customers WHERE name IN ('{string.Join(\"','\", names)}')\"));", 0)]
    [InlineData("ids.AddRange(connection.Query<long>($\"SELECT id FROM customers WHERE name NOT IN ('{string.Join(\"','\", names)}')\"));", 5)]
    [InlineData("ids.AddRange(new Db(connection).Customers.FromSqlRaw($\"SELECT * FROM customers WHERE name IN ('{string.Join(\"','\", names)}')\").Select(c => c.Id));", 0)]
    [InlineData("ids.AddRange(new Db(connection).Customers.FromSqlRaw($\"SELECT * FROM customers WHERE name NOT IN ('{string.Join(\"','\", names)}')\").Select(c => c.Id));", 5)]
    public Task An_empty_list_selects_what_it_selected(string statement, int rows) => s_fix.AssertEmptyList(Source(statement), rows);

    [Fact]
    public void The_hostile_text_is_hostile()
    {
        var open = ExecutedFix.Load(Source("command.CommandText = $\"SELECT id FROM customers WHERE name = '{name}'\";"));
        Assert.Equal(5, Run(open, ExecutedFix.Hostile[0]).Count);
    }

    private static string Source(string statement) => $$"""
        using System.Text;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;

        public sealed class Customer { public long Id { get; set; } public string Name { get; set; } = ""; public string Town { get; set; } = ""; public int Age { get; set; } }

        public sealed class Db(SqliteConnection connection) : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(connection);
            protected override void OnModelCreating(ModelBuilder model) => model.Entity<Customer>().ToTable("customers");
        }

        public static class Sample
        {
            public static List<long> Run(SqliteConnection connection, string name, string[] names, int age)
            {
                var ids = new List<long>();
                using var command = connection.CreateCommand();
                {{statement}}
                if (command.CommandText.Length == 0)
                    return ids;
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    ids.Add(reader.GetInt64(0));
                return ids;
            }
        }
        """;

    private static List<long> Run(MethodInfo sample, string? input)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using (var setup = connection.CreateCommand())
        {
            setup.CommandText = """
                CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, town TEXT, age INTEGER);
                INSERT INTO customers (name, town, age) VALUES ('Ada', 'London', 36), ('Grace', 'Arlington', 85), ('Edsger', 'Nuenen', 72), ('Paris', 'Paris', 20), ('O''Brien', 'Cork', 40);
                """;
            setup.ExecuteNonQuery();
        }

        return (List<long>)sample.Invoke(null, [connection, input ?? "", input?.Split('|') ?? [], 18])!;
    }
}
