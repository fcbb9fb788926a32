using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Tests.Support;
using Skylint.Text;
using Skylint.Text.Sql;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>
/// What an evaluation may cost, in steps rather than in time: a use is bounded, and what uses share is paid for once, so that the cost of a
/// program grows with its size and not with its square.
/// </summary>
public sealed class StepBudgetTests
{
    // $i is the number of the member, $n that of the next one, $f that of one further on.
    private static readonly Dictionary<string, (string Member, string Sink, bool IsShared)> s_shapes = new()
    {
        ["a ring of fields"] = ("private string _f$i = \"x\"; public void Set$i() { _f$i = _f$n + Wrap(_f$f); }", "\"SELECT \" + _f$i", true),
        ["private methods that call each other"] = ("private void Run$i(string v) { Run(v); Run$n(v + \"x\"); Run$f(v); }", "Wrap(\"SELECT 1\") + $i", true),
        ["private methods with one more caller"] = ("private void Run$i(string v) { Run(v + \"x\"); }", "\"SELECT \" + $i", true),
        ["a chain of helpers"] = ("private string Made$i(string v) => Made$n(v + \"x\") + Made$f(v);", "Made$i(input)", false),
        ["appends in one method"] = ("private string _a$i = \"y\";", "Long(input)", false),
        ["checks before each use"] = ("private string _c$i = \"y\";", "Guards(input)", false),
    };

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    public static TheoryData<string> SharedShapes => [.. s_shapes.Where(s => s.Value.IsShared).Select(s => s.Key)];

    [Theory]
    [MemberData(nameof(SharedShapes))]
    public void What_uses_share_is_paid_for_once(string shape)
    {
        var small = Steps(Source(shape, 40)).Sum();
        var large = Steps(Source(shape, 80)).Sum();
        Assert.True(small > 0);
        Assert.True(large <= 2.5 * small, $"{small} steps became {large} for twice the code");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_use_costs_more_than_its_budget(string shape)
    {
        var steps = Steps(Source(shape, 80));

        // A few steps are on their way when the budget ends. One use may have to pay for what all of them share.
        Assert.All(steps, s => Assert.InRange(s, 1, 10 * TextEvaluator.Budget + 100));
        Assert.True(steps.Average() <= TextEvaluator.Budget + 100, $"{steps.Average()} steps for a use");
    }

    private static string Source(string shape, int count)
    {
        var (member, sink, _) = s_shapes[shape];
        var source = new StringBuilder("""
            using Microsoft.Data.Sqlite;
            public sealed class Sinks(SqliteCommand command)
            {
                private static string Wrap(string v) { var copy = v.Trim(); if (copy.Length == 0) copy = v + copy; return copy; }
                private void Run(string sql) { command.CommandText = "SELECT " + sql; }

            """);
        for (var i = 0; i < count; i++)
        {
            string Numbered(string text) => text.Replace("$i", $"{i}").Replace("$n", $"{(i + 1) % count}").Replace("$f", $"{(i + 7) % count}");
            source.AppendLine("    " + Numbered(member));
            source.AppendLine($"    public void Use{i}(string input) {{ command.CommandText = {Numbered(sink)}; }}");
        }

        source.Append("    private string Long(string input) { var sql = \"SELECT 1\";");
        for (var i = 0; i < count; i++)
            source.Append($" if (input.Length == {i}) sql += \" OR a = {i}\"; else sql = sql + Wrap(sql);");
        source.AppendLine(" return sql; }");
        source.Append("    private string Guards(string input) { var sql = \"SELECT 1\";");
        for (var i = 0; i < count; i++)
            source.Append($" if (input == \"{i}\") {{ sql += input; }} if (input.Length > {i}) {{ sql += input; }}");
        source.AppendLine(" return sql; }");
        source.AppendLine("}");
        return source.ToString();
    }

    private static List<int> Steps(string source)
    {
        var compilation = Verify.Compile(source, TextRefs.Setup);
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        var sinks = SqlSinks.TryCreate(compilation, default)!;
        var evaluation = new TextModel(compilation);
        var tree = compilation.SyntaxTrees.Single(t => t.GetText().ToString() == source);
        var model = compilation.GetSemanticModel(tree);
        var steps = new List<int>();
        foreach (var assignment in tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            foreach (var sink in model.GetOperation(assignment) is IAssignmentOperation operation ? sinks.Find(operation) : [])
            {
                var evaluator = new TextEvaluator(evaluation, default);
                evaluator.Evaluate(sink.Text);
                steps.Add(evaluator.Spent);
            }
        }

        return steps;
    }
}
