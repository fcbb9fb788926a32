using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>
/// What an object holds that is made in sight is what was written into it, not what other code writes into others of its class; unless other code gets hold of the
/// object. A method that is called under the name of a base class or an interface is given what those who call that give, to objects of its class.
/// </summary>
public sealed class MadeObjectTests
{
    private const string Sinks = """
        internal static class Sinks
        {
            public static void First(SqliteCommand command, Filter filter) { command.CommandText = "SELECT a FROM t WHERE b = '" + filter.Column + "'"; }

            public static void Second(SqliteCommand command, Filter filter) { command.CommandText = "SELECT a FROM second WHERE b = '" + filter.Column + "'"; }
        }
        """;

    private const string Overrides = """
        internal abstract class Base
        {
            public abstract void Run(SqliteCommand command, string value);
        }

        internal sealed class First : Base
        {
            public override void Run(SqliteCommand command, string value) { command.CommandText = "SELECT a FROM t WHERE b = '" + value + "'"; }
        }

        internal sealed class Second : Base
        {
            public override void Run(SqliteCommand command, string value) { command.CommandText = "SELECT a FROM second WHERE b = '" + value + "'"; }
        }
        """;

    private const string Implementations = """
        internal interface IRunner
        {
            void Run(SqliteCommand command, string value);
        }

        internal sealed class FirstRunner : IRunner
        {
            public void Run(SqliteCommand command, string value) { command.CommandText = "SELECT a FROM t WHERE b = '" + value + "'"; }
        }

        internal sealed class SecondRunner : IRunner
        {
            void IRunner.Run(SqliteCommand command, string value) { command.CommandText = "SELECT a FROM second WHERE b = '" + value + "'"; }
        }
        """;

    // VALUE is fixed in one method and from outside in another.
    [Theory]
    [InlineData("var filter = new Filter { Column = VALUE }; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter(); filter.Column = VALUE; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter(); filter.Field = VALUE; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Field + \"'\";")]
    [InlineData("var filter = new Filter { Field = \"x\" }; filter.Field += VALUE; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Field + \"'\";")]
    [InlineData("var filter = new Named(VALUE, 1); command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Named(Count: 2, Column: VALUE); command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("command.CommandText = \"SELECT a FROM t WHERE \" + Where(new Filter { Column = VALUE });")]
    [InlineData("var filter = new Filter { Column = VALUE }; command.CommandText = \"SELECT a FROM t WHERE \" + Where(filter);")]
    [InlineData("command.CommandText = \"SELECT a FROM t WHERE \" + Outer(new Filter { Column = VALUE });")]
    [InlineData("var filter = new Derived { Column = VALUE, More = \"x\" }; command.CommandText = \"SELECT a FROM t WHERE \" + Where(filter);")]
    [InlineData("Filter filter; if (DateTime.Now.Hour > 3) filter = new Filter { Column = \"x\" }; else filter = new Filter { Column = VALUE }; command.CommandText = \"SELECT a FROM t WHERE \" + Where(filter);")]
    [InlineData("var filter = new Filter(); filter.Column = VALUE; filter.Column = filter.Column + \"x\"; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("string Made() { var filter = new Filter { Column = VALUE }; return \"b = '\" + filter.Column + \"'\"; } command.CommandText = \"SELECT a FROM t WHERE \" + Made();")]
    public async Task Only_the_object_with_open_text_is_reported(string statements)
    {
        var source = Source($"public void Good() {{ {statements.Replace("VALUE", "\"fixed\"")} }}\n    public void Bad() {{ {statements.Replace("VALUE", "Console.ReadLine()!")} }}");
        var lines = source.Split('\n');
        var found = await Verify.Diagnostics(source, TextRefs.Setup, ["SKY3001", "SKY3004"]);
        Assert.Equal(["SKY3001 Bad"], found.Select(d => d.Id + (lines[d.Location.GetLineSpan().StartLinePosition.Line].Contains(" Good(") ? " Good" : " Bad")));
    }

    // Of each pair of objects that reach sinks of their own through other classes, only the open one is reported.
    [Theory]
    [InlineData("Sinks.First(command, new Filter { Column = \"fixed\" }); Sinks.Second(command, new Filter { Column = Console.ReadLine()! });", Sinks)]
    [InlineData("var one = new Filter(); one.Column = \"fixed\"; Sinks.First(command, one); var other = new Filter(); other.Column = Console.ReadLine()!; Sinks.Second(command, other);", Sinks)]
    [InlineData("Base one = new First(); one.Run(command, \"fixed\"); Base other = new Second(); other.Run(command, Console.ReadLine()!);", Overrides)]
    [InlineData("new First().Run(command, \"fixed\"); new Second().Run(command, Console.ReadLine()!);", Overrides)]
    [InlineData("IRunner one = new FirstRunner(); one.Run(command, \"fixed\"); IRunner other = new SecondRunner(); other.Run(command, Console.ReadLine()!);", Implementations)]
    public async Task Objects_are_told_apart_in_other_classes(string statements, string classes)
    {
        var source = Source($"public void Go() {{ {statements} }}", classes);
        var lines = source.Split('\n');
        var found = await Verify.Diagnostics(source, TextRefs.Setup, ["SKY3001", "SKY3004"]);
        Assert.Contains("second", lines[Assert.Single(found).Location.GetLineSpan().StartLinePosition.Line]);
    }

    [Theory]
    // Other code gets hold of the object.
    [InlineData("var filter = new Filter { Column = \"x\" }; Others.Fill(filter); command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter { Column = \"x\" }; Others.Kept = filter; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter { Column = \"x\" }; var list = new List<Filter> { filter }; Others.FillAll(list); command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter { Column = \"x\" }; System.Text.Json.JsonSerializer.Serialize(filter); command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter { Column = \"x\" }; var again = filter; again.Column = input; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter { Column = \"x\" }; filter.Take(input); command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter { Column = \"x\" }; filter.Both = input; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter { Column = \"x\", Both = input }; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Filter { Column = \"x\" }; Replace(ref filter.Field); command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Field + \"'\"; void Replace(ref string text) { text = input; }")]
    // It is not made in sight, or its constructor runs code.
    [InlineData("var filter = Others.Kept; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Built(input); command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    [InlineData("var filter = new Named(\"x\", 1) with { Column = input }; command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    // It is open itself.
    [InlineData("var filter = new Filter(); for (var i = 0; i < 2; i++) { command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\"; filter.Column = input; }")]
    [InlineData("var filter = new Filter(); Action fill = () => filter.Column = input; fill(); command.CommandText = \"SELECT a FROM t WHERE b = '\" + filter.Column + \"'\";")]
    public async Task What_others_may_have_written_is_reported(string statements) =>
        Assert.Single(await Verify.Diagnostics(Source($"public void Go(string input) {{ {statements} }}"), TextRefs.Setup, ["SKY3001"]));

    [Fact]
    public async Task A_base_class_that_others_can_name_leaves_the_parameter_open() =>
        Assert.Single(await Verify.Diagnostics("""
            using Microsoft.Data.Sqlite;
            public abstract class Open { public abstract void Run(SqliteCommand command, string value); }
            internal sealed class Mine : Open
            {
                public override void Run(SqliteCommand command, string value) { command.CommandText = "SELECT a FROM t WHERE b = '" + value + "'"; }
                public static void Go(SqliteCommand command) { new Mine().Run(command, "fixed"); }
            }
            """, TextRefs.Setup, ["SKY3001"]));

    private static string Source(string members, string classes = "") => $$"""
        using Microsoft.Data.Sqlite;

        public class Filter
        {
            public string Field = "f";
            public string Column { get; set; } = "c";
            public string Both { get => Column; set { Column = value; Field = value; } }
            public void Take(string text) { Column = text; }
        }

        public sealed class Derived : Filter { public string More { get; init; } = ""; }

        public sealed record Named(string Column, int Count);

        public sealed class Built
        {
            public Built(string column) { Column = column; }
            public string Column { get; set; }
        }

        public static class Others
        {
            public static Filter Kept { get; set; } = new();
            public static void Fill(Filter filter) { filter.Column = Console.ReadLine()!; }
            public static void FillAll(List<Filter> filters) { foreach (var filter in filters) Fill(filter); }
        }

        {{classes}}

        public sealed class Orders(SqliteCommand command)
        {
            private static string Where(Filter filter) => "b = '" + filter.Column + "'";
            private static string Outer(Filter filter) => "(" + Where(filter) + ")";
            {{members}}
        }
        """;
}
