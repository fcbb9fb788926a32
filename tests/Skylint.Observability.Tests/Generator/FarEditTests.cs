using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.Generator;

/// <summary>
/// Edits of one file that change what is written for another: models are kept between edits, and must not be kept too long. And edits of that file which change nothing, so that they may be kept.
/// </summary>
public sealed class FarEditTests
{
    private const string Source = """
        namespace Shop
        {
            [Observed] public interface IOne { [LogEvent(1, "Got {id}")] Task<Result> GetAsync([Tag(Keys.Id)] string id, [Tag("kind", Metric = true)] Kind kind, CancellationToken ct); }
            [Observed] public interface ITwo : IBase { }
            public partial class Worker
            {
                [Observed] public partial int Work(int x);
            }
        }
        """;

    private const string Other = """
        using System;
        using Microsoft.Extensions.Logging;
        namespace Shop
        {
            public static class Keys { public const string Id = "order.id"; }
            public enum Kind { A, B }
            public class Result { }
            public interface IBase { void Inherited(int value); }
            public partial class Worker
            {
                private readonly ILogger _logger = null!;
                private int WorkCore(int x) { return x + 1; }
            }
            public class Elsewhere
            {
                public int Sum(int first, int second) => first + second;
                [Obsolete("old")] public void Old() { var x = 1; }
            }
        }
        """;

    [Theory]
    [InlineData("Id = \"order.id\"", "Id = \"order.key\"", "Shop.IOne.g.cs", "order.key")]
    [InlineData("enum Kind { A, B }", "enum Kind { A, B, C }", "Shop.IOne.g.cs", "\"C\"")]
    [InlineData("class Result { }\n", "class Result { } } namespace Shop.Deep { class Deeper { } } namespace Shop { \n", null, null)]
    [InlineData("void Inherited(int value);", "void Inherited(int value); void Added();", "Shop.ITwo.g.cs", "Added")]
    [InlineData("void Inherited(int value);", "void Inherited(int renamed);", "Shop.ITwo.g.cs", "renamed")]
    [InlineData("private readonly ILogger _logger = null!;", "private readonly ILogger _named = null!;", "Shop.Worker.Work.g.cs", "this._named")]
    [InlineData("public class Result { }", "public static class Holder { public class Result { } }", "Shop.IOne.g.cs", null)]
    public void WhatDependsOnItIsWrittenAnew(string before, string after, string? file, string? contains)
    {
        var first = First();
        var second = Edit(first, Other.ReplaceLineEndings("\n").Replace(before, after, StringComparison.Ordinal));
        var changed = second.Files.Where(f => first.Files.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key).ToList();

        // The same compilation, read by a driver that has seen nothing before.
        Assert.Equal(GeneratorRun.From(second.Input).Files, second.Files);
        if (file is null)
        {
            Assert.Empty(changed);
            return;
        }

        if (contains is not null)
        {
            Assert.Equal([file], changed);
            Assert.Contains(contains, second.Files[file], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("return x + 1;", "return x + 2;")]
    [InlineData("first + second", "second + first")]
    [InlineData("var x = 1;", "var x = 1; var y = 2;")]
    [InlineData("public class Elsewhere", "/* a comment */ public class Elsewhere")]
    [InlineData("Sum(int first, int second) => first + second", "Sum(int renamed, int second) => renamed + second")]
    [InlineData("Obsolete(\"old\")", "Obsolete(\"older\")")]
    [InlineData("public class Elsewhere", "public class New { } public class Elsewhere")]
    public void WhatDoesNotIsKept(string before, string after)
    {
        var first = First();
        Assert.Contains(before, Other, StringComparison.Ordinal);
        var second = Edit(first, Other.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal(first.Files, second.Files);
        var outputs = second.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ToList();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, o => Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{o.Reason} {o.Value}"));
    }

    [Fact]
    public void AnAddedReferenceThatMeansNothingIsNoChange()
    {
        var first = First();
        var image = new MemoryStream();
        CSharpCompilation.Create("Unrelated", [CSharpSyntaxTree.ParseText("public class Unrelated { }")], Target.Net10.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        var second = first.Run(first.Input.AddReferences(MetadataReference.CreateFromImage(image.ToArray())));
        Assert.All(second.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs), o => Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    /// <summary>An edit there and back again, and a driver that forgets: the answers are those of the compilation at hand.</summary>
    [Fact]
    public void EditsThereAndBack()
    {
        var first = First();
        var changed = Other.Replace("\"order.id\"", "\"order.key\"", StringComparison.Ordinal);
        var second = Edit(first, changed);
        var third = Edit(second, Other);
        Assert.NotEqual(first.Files, second.Files);
        Assert.Equal(first.Files, third.Files);
        Assert.Equal(second.Files, GeneratorRun.From(second.Input).Files);
        Assert.Equal(first.Files, GeneratorRun.From(first.Input).Files);
    }

    [Fact]
    public void NullableDirectivesCount()
    {
        const string Here = "[Observed] public partial interface IParts { }";
        const string There = "public partial interface IParts { string Echo(string x); }";
        var run = GeneratorRun.From(Here);
        var other = CSharpSyntaxTree.ParseText(There, (CSharpParseOptions)run.Input.SyntaxTrees[0].Options, "Other.cs");
        var first = run.Run(run.Input.AddSyntaxTrees(other));
        var second = first.Run(first.Input.ReplaceSyntaxTree(other, CSharpSyntaxTree.ParseText("#nullable disable\n" + There, (CSharpParseOptions)other.Options, "Other.cs")));
        Assert.Equal(GeneratorRun.From(second.Input).Files, second.Files);
    }

    private static GeneratorRun First()
    {
        var run = GeneratorRun.From(Source);
        var first = run.Run(run.Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Other.ReplaceLineEndings("\n"), (CSharpParseOptions)run.Input.SyntaxTrees[0].Options, "Other.cs", System.Text.Encoding.UTF8)));
        Assert.Contains("Shop.Worker.Work.g.cs", first.Files.Keys);
        return first;
    }

    private static GeneratorRun Edit(GeneratorRun run, string text)
    {
        var old = run.Input.SyntaxTrees.Single(t => t.FilePath == "Other.cs");
        return run.Run(run.Input.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text.ReplaceLineEndings("\n"), (CSharpParseOptions)old.Options, "Other.cs", System.Text.Encoding.UTF8)));
    }
}
