using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>Entity Framework Core 2, where a text turns into a <c>RawSqlString</c> and an interpolated string stays one.</summary>
public sealed class RawSqlStringTests
{
    private static readonly Setup s_setup = TextRefs.Setup.WithSource("Ef2.cs", """
        namespace Microsoft.EntityFrameworkCore;

        public readonly struct RawSqlString(string text)
        {
            public string Format { get; } = text;
            public static implicit operator RawSqlString(string text) => new(text);
            public static implicit operator RawSqlString(FormattableString text) => default;
        }

        public sealed class Rows<T>;

        public static class OldExtensions
        {
            public static Rows<T> FromSql<T>(this Rows<T> rows, RawSqlString sql, params object[] parameters) => rows;
            public static Rows<T> FromSql<T>(this Rows<T> rows, FormattableString sql) => rows;
            public static int ExecuteSqlCommand(this object facade, RawSqlString sql, params object[] parameters) => 0;
            public static int ExecuteSqlCommand(this object facade, FormattableString sql) => 0;
        }
        """);

    private static string Source(string statement) => $$"""
        using Microsoft.EntityFrameworkCore;
        public sealed class Store
        {
            public void Run(Rows<int> rows, object facade, string name, string[] names)
            {
                {{statement}}
            }
        }
        """;

    [Theory]
    [InlineData("rows.FromSql([|\"SELECT a FROM t WHERE name = '\" + name + \"'\"|]);", "rows.FromSql($\"SELECT a FROM t WHERE name = {name}\");")]
    [InlineData("rows.FromSql([|string.Format(\"SELECT a FROM t WHERE name = '{0}'\", name)|]);", "rows.FromSql($\"SELECT a FROM t WHERE name = {name}\");")]
    [InlineData("facade.ExecuteSqlCommand([|\"DELETE FROM t WHERE name LIKE '\" + name + \"%'\"|]);", "facade.ExecuteSqlCommand($\"DELETE FROM t WHERE name LIKE {$\"{name}%\"}\");")]
    public async Task Text_becomes_an_interpolated_string(string marked, string expected)
    {
        await Verify.Analyzer("SKY3001", Source(marked), s_setup);
        await Verify.Fix("SKY3001", Source(marked), Source(expected), s_setup);
    }

    [Theory]
    [InlineData("rows.FromSql($\"SELECT a FROM t WHERE name = {name}\");")]
    [InlineData("rows.FromSql(\"SELECT a FROM t WHERE name = {0}\", name);")]
    [InlineData("facade.ExecuteSqlCommand(\"DELETE FROM t\");")]
    public Task Parameters_are_silent(string statement) => Verify.Silent("SKY3001", Source(statement), s_setup);

    [Theory]
    [InlineData("rows.FromSql([|\"SELECT a FROM \" + name|]);")]
    [InlineData("rows.FromSql([|\"SELECT a FROM t ORDER BY \" + name + \" DESC\"|]);")]
    public Task Names_stay_as_they_are(string marked) => Verify.NoFix("SKY3001", Source(marked), s_setup);
}
