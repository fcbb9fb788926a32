using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Observability.Generator;

namespace Skylint.Observability.Benchmarks.Generator;

/// <summary>
/// What the generator costs at an edit, in a compilation with many observed methods: its driver's time beside that of a driver with <see cref="EmptyGenerator"/>, which is
/// what the compiler spends for any generator of this shape. Minimum of interleaved runs, each on a new edit, warm.
/// </summary>
internal static class GeneratorBenchmark
{
    private const int MethodsPerInterface = 10;
    private const double GoalMilliseconds = 2;

    public static int Run(int methods, int rounds)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = Enumerable.Range(0, methods / MethodsPerInterface).Select(i => CSharpSyntaxTree.ParseText(Observed(i), parse, $"Service{i}.cs", Encoding.UTF8)).ToList();
        var other = CSharpSyntaxTree.ParseText(Unrelated(""), parse, "Unrelated.cs", Encoding.UTF8);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)).ToList();
        var compilation = CSharpCompilation.Create("Bench", [.. trees, other], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Console.WriteLine($"{methods} observed methods in {trees.Count} files, {rounds} edits each; milliseconds of processor time, minimum (median)");
        Console.WriteLine($"{"edit",-34}{"ours",18}{"empty generator",18}{"difference",12}");
        var met = Measure("a body in another file", compilation, other, rounds, i => Unrelated($"return x + {i};"), parse);
        Measure("a comment in another file", compilation, other, rounds, i => $"// {i}\n" + Unrelated(""), parse);
        Measure("a new type in another file", compilation, other, rounds, i => Unrelated("") + $" class New{i} {{ }}", parse);
        Measure("a comment in an observed file", compilation, trees[0], rounds, i => $"// {i}\n" + Observed(0), parse);
        Measure("a tag of one method", compilation, trees[0], rounds, i => Observed(0).Replace("\"order.id\"", $"\"order.id{i}\"", StringComparison.Ordinal), parse);
        Console.WriteLine($"goal: at most {GoalMilliseconds} ms of our own for an edit of a body in another file: {(met <= GoalMilliseconds ? "met" : "missed")}");
        return met <= GoalMilliseconds ? 0 : 1;
    }

    private static double Measure(string name, CSharpCompilation compilation, SyntaxTree edited, int rounds, Func<int, string> edit, CSharpParseOptions parse)
    {
        GeneratorDriver ours = CSharpGeneratorDriver.Create([new ObservabilityGenerator().AsSourceGenerator()], parseOptions: parse).RunGenerators(compilation);
        GeneratorDriver empty = CSharpGeneratorDriver.Create([new EmptyGenerator().AsSourceGenerator()], parseOptions: parse).RunGenerators(compilation);
        var times = (Ours: new List<double>(), Empty: new List<double>());
        var at = edited;
        for (var i = 0; i < rounds; i++)
        {
            var next = CSharpSyntaxTree.ParseText(edit(i), parse, edited.FilePath, Encoding.UTF8);
            compilation = compilation.ReplaceSyntaxTree(at, next);
            at = next;

            // Each driver gets a compilation of its own: what the first binds, the second would find bound.
            (ours, var mine) = Time(ours, compilation.Clone());
            (empty, var theirs) = Time(empty, compilation.Clone());
            if (i >= rounds / 4)
            {
                times.Ours.Add(mine);
                times.Empty.Add(theirs);
            }
        }

        var difference = times.Ours.Min() - times.Empty.Min();
        Console.WriteLine($"{name,-34}{$"{times.Ours.Min():0.00} ({Median(times.Ours):0.00})",18}{$"{times.Empty.Min():0.00} ({Median(times.Empty):0.00})",18}{difference,12:0.00}");
        return difference;
    }

    private static (GeneratorDriver Driver, double Milliseconds) Time(GeneratorDriver driver, Compilation compilation)
    {
        // Processor time: on a machine that others use too, the clock measures them.
        var start = Environment.CpuUsage.TotalTime;
        driver = driver.RunGenerators(compilation);
        return (driver, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Observed(int index)
    {
        var text = new StringBuilder($"using System.Threading;\nusing System.Threading.Tasks;\nusing Skylint.Observability;\nnamespace Shop.Area{index};\npublic sealed record Order(string Id);\n[Observed]\npublic interface IService{index}\n{{\n");
        for (var m = 0; m < MethodsPerInterface; m++)
            text.Append($"    [LogEvent({m + 1}, \"Order {{orderId}} done\")] Task<Order> Do{m}Async([Tag(\"order.id\")] string orderId, [Tag(\"tier\", Values = new[] {{ \"free\", \"pro\" }}, Metric = true)] string tier, int count, CancellationToken cancellation);\n");
        return text.Append("}\n").ToString();
    }

    private static string Unrelated(string body) => $"namespace Shop; static class Unrelated {{ static int M(int x) {{ {(body.Length == 0 ? "return x;" : body)} }} }}";
}
