using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.Generator;

/// <summary>An edit that changes nothing about the observed operations runs nothing; an edit of one type writes one file.</summary>
public sealed class IncrementalityTests
{
    private const string Source = """
        [assembly: Observability(Service = "orders", SuccessLogRatio = 0.5)]
        namespace Shop
        {
            [Observed] public interface IOne { [LogEvent(1, "Got {id}")] Task<int> GetAsync([Tag("id")] string id, CancellationToken ct); }
            [Observed] public interface ITwo { void Do(); int Value { get; } }
            public partial class Worker
            {
                private readonly ILogger _logger = null!;
                [Observed] public partial int Work(int x);
                private int WorkCore(int x) => x + 1;
                [ObservedLambda] public partial Task Handle(string input);
                private Task HandleCore(string input) => Task.CompletedTask;
            }
        }
        """;

    private static readonly string[] s_steps = ["CompilationFacts", "Settings", "Interfaces", "Methods", "Handlers"];

    public static TheoryData<string, string> HarmlessEdits => new()
    {
        { "trivia in the same file", "trivia" },
        { "a comment inside an observed interface", "comment" },
        { "a body in the same file", "body" },
        { "an unrelated file", "file" },
        { "an unrelated type in the same file", "type" },
    };

    [Theory]
    [MemberData(nameof(HarmlessEdits))]
    public void HarmlessEditsRunNothing(string name, string edit)
    {
        var first = GeneratorRun.From(Source, Target.Sqs4).Compiles();
        var tree = first.Input.SyntaxTrees.Single();
        var text = tree.GetText().ToString();
        CSharpCompilation Replace(string changed) => first.Input.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(changed, (CSharpParseOptions)tree.Options, tree.FilePath));
        var second = first.Run(edit switch
        {
            "trivia" => Replace("// A comment at the top.\n\n" + text),
            "comment" => Replace(text.Replace("public interface IOne {", "public interface IOne { /* a comment */ ", StringComparison.Ordinal)),
            "body" => Replace(text.Replace("x + 1", "x + 2", StringComparison.Ordinal)),
            "file" => first.Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated { void M() { } }", (CSharpParseOptions)tree.Options, "Other.cs")),
            _ => Replace(text + "\nclass Unrelated { }"),
        });

        Assert.Equal(0, Executed(second));
        Assert.All(s_steps.SelectMany(step => second.Result.TrackedSteps[step]).SelectMany(s => s.Outputs), o =>
            Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name}: {o.Reason} {o.Value}"));
        Assert.All(second.Result.TrackedSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Where(o => !IsCompilers(o.Value)), o =>
            Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name}: {o.Reason} {o.Value}"));
    }

    [Theory]
    [InlineData("Tag(\"id\")", "Tag(\"key\")", 1)]
    [InlineData("Got {id}", "Fetched {id}", 1)]
    [InlineData("void Do();", "void Do(int x);", 1)]
    [InlineData("int Work(int x);\n", "int Work(int y);\n", 1)]
    [InlineData("SuccessLogRatio = 0.5", "SuccessLogRatio = 0.6", 1)]
    public void AnEditOfOneTypeWritesOneFile(string before, string after, int files)
    {
        var first = GeneratorRun.From(Source, Target.Net10);
        var tree = first.Input.SyntaxTrees.Single();
        var text = tree.GetText().ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        var second = first.Run(first.Input.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text.Replace(before, after, StringComparison.Ordinal), (CSharpParseOptions)tree.Options, tree.FilePath)));
        Assert.Equal(files, second.Files.Count(f => first.Files[f.Key] != f.Value));
        Assert.Equal(files, Executed(second));
    }

    [Fact]
    public void AnAddedReferenceWritesItsCarriers()
    {
        var first = GeneratorRun.From(Source, Target.Net8);
        var second = first.Run(first.Input.WithReferences(Target.Sqs4.References));
        Assert.Equal(["SqsTraceContext.g.cs"], second.Files.Keys.Except(first.Files.Keys));
    }

    [Fact]
    public void NoStepHoldsWhatTheCompilerOwns()
    {
        var run = GeneratorRun.From(Source, Target.Sqs4);
        foreach (var name in s_steps)
        {
            var steps = run.Result.TrackedSteps[name];
            Assert.NotEmpty(steps);
            foreach (var output in steps.SelectMany(s => s.Outputs))
                Walk(output.Value, name, new HashSet<object>(ReferenceEqualityComparer.Instance));
        }
    }

    /// <summary>How many source outputs ran, rather than being taken from the last run.</summary>
    private static int Executed(GeneratorRun run)
    {
        var outputs = run.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ToList();
        Assert.NotEmpty(outputs);
        return outputs.Count(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    /// <summary>The inputs that the compiler itself hands in, and lists of nodes before the transform: they change at every edit.</summary>
    private static bool IsCompilers(object value) =>
        value is Compilation or SyntaxNode or SyntaxTree || value.GetType().Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true
        || (value is ITuple tuple && Enumerable.Range(0, tuple.Length).Any(i => tuple[i] is { } item && IsCompilers(item)))
        || (value is IEnumerable items and not string && items.Cast<object>().Any(IsCompilers));

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or AttributeData, $"{path} holds a {value.GetType().Name}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path + "[]", seen);
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.FieldType.IsPointer || field.FieldType == typeof(Type))
                    continue;
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
