using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint;
using Skylint.Benchmarks;
using Skylint.Cdk.Model;

// What the analyzers cost, as ratios within one run: over binding the same code, and over the compiler's driver with one empty operation
// action, which any analyzer pays. Figures of one machine at one time mean little; the ratios carry over.
//
//   dotnet run -c Release --project tests/Skylint.Benchmarks [folder of C# files] [runs]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = args.Length > 0 ? args[0] : Path.Combine(Sources.Repository, "samples", "OrdersInfra");
var runs = args.Length > 1 ? int.Parse(args[1]) : 15;
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"There is no folder '{folder}'.");
    return 2;
}

var compilation = Sources.Compile(folder);
var errors = compilation.GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error);
Console.WriteLine($"{compilation.SyntaxTrees.Length} files, {compilation.SyntaxTrees.Sum(t => t.GetText().Lines.Count)} lines, {errors} compile errors, {runs} runs");

var ours = typeof(AllRules).Assembly.GetTypes()
    .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
    .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
    .ToImmutableArray();
var bind = Median(() => Fresh().GetDiagnostics());
var floor = Median(() => Analyze([new EmptyAnalyzer()]));
Console.WriteLine($"bind                {bind,8:F1} ms   1.00");
Console.WriteLine($"driver, empty       {floor,8:F1} ms   {floor / bind:F2}");
Print("all analyzers", ours);
foreach (var analyzer in ours)
    Print(analyzer.GetType().Name, [analyzer]);
var types = Skylint.Cdk.ConstructRules.All.SelectMany(r => r.Targets).SelectMany(t => t.Types).Distinct().ToList();
var look = Median(() =>
{
    if (CdkModel.Create(Fresh(), new AnalyzerOptions([]), default) is { } cdk)
        types.ForEach(type => cdk.TypeOf(type));
});
Console.WriteLine($"looking up {types.Count} types             {look,8:F1} ms   {look / bind:F2}");

return 0;

void Print(string name, ImmutableArray<DiagnosticAnalyzer> analyzers)
{
    var time = Median(() => Analyze(analyzers));
    Console.WriteLine($"{name,-34} {time,8:F1} ms   {time / bind:F2}   {Math.Max(0, time - floor) / bind:F2} over the floor");
}

// Trees are kept, as an editor keeps them; everything bound is made anew.
CSharpCompilation Fresh() => CSharpCompilation.Create("Benchmark", compilation.SyntaxTrees, compilation.References, compilation.Options);

void Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers) =>
    new CompilationWithAnalyzers(Fresh(), analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
        .GetAnalysisResultAsync(default).GetAwaiter().GetResult();

double Median(Action action)
{
    for (var i = 0; i < 3; i++)
        action();
    var times = new List<double>();
    for (var i = 0; i < runs; i++)
    {
        // Processor time, so that a neighbour on the machine does not count.
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        action();
        times.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }

    times.Sort();
    return times[times.Count / 2];
}
