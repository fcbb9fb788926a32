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
//   dotnet run -c Release --project tests/Skylint.Benchmarks [folder of C# files] [runs] [rules]
//
// With "rules" each construct rule is measured alone as well.
const int Warmup = 8;
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
var types = Skylint.Cdk.ConstructRules.All.SelectMany(r => r.Targets).SelectMany(t => t.Types).Distinct().ToList();
var cases = new List<(string Name, Action Run)>
{
    ("bind", () => Fresh().GetDiagnostics()),
    ("driver with an empty analyzer", () => Analyze([new EmptyAnalyzer()])),
    ("all analyzers", () => Analyze(ours)),
};
cases.AddRange(ours.Select(analyzer => (analyzer.GetType().Name, (Action)(() => Analyze([analyzer])))));
cases.Add(($"looking up {types.Count} types", LookUp));
if (args.Length > 2 && args[2] == "rules")
{
    cases.AddRange(Skylint.Cdk.ConstructRules.All.Select(rule => ($"{rule.Id} {rule.Key}", (Action)(() =>
        Analyze([new Skylint.Cdk.ConstructAnalyzer()], AllRules.Rules.ToImmutableDictionary(r => r.Id, r => r.Id == rule.Id ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress))))));
}

// All cases in turn, round after round: the runtime optimises what runs often, and a machine changes its speed, so what is compared has to be measured side by side.
var times = cases.Select(_ => new List<double>()).ToList();
for (var round = -Warmup; round < runs; round++)
{
    for (var i = 0; i < cases.Count; i++)
    {
        var time = Time(cases[i].Run);
        if (round >= 0)
            times[i].Add(time);
    }
}

var medians = times.Select(Median).ToList();
Console.WriteLine($"{"",-46} {"ms",8} {"of bind",9} {"over empty",11}");
for (var i = 0; i < cases.Count; i++)
{
    var isAnalyzer = i >= 2 && !cases[i].Name.StartsWith("looking", StringComparison.Ordinal);
    Console.WriteLine($"{cases[i].Name,-46} {medians[i],8:F1} {medians[i] / medians[0],9:F2} {(isAnalyzer ? $"{(medians[i] - medians[1]) / medians[0],11:F2}" : "")}");
}

return 0;

// Trees are kept, as an editor keeps them; everything bound is made anew.
CSharpCompilation Fresh(ImmutableDictionary<string, ReportDiagnostic>? severities = null) =>
    CSharpCompilation.Create("Benchmark", compilation.SyntaxTrees, compilation.References, severities is null ? compilation.Options : compilation.Options.WithSpecificDiagnosticOptions(severities));

void Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableDictionary<string, ReportDiagnostic>? severities = null) =>
    new CompilationWithAnalyzers(Fresh(severities), analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
        .GetAnalysisResultAsync(default).GetAwaiter().GetResult();

void LookUp()
{
    if (CdkModel.Create(Fresh(), new AnalyzerOptions([]), default) is { } cdk)
        types.ForEach(type => cdk.TypeOf(type));
}

// Processor time, so that a neighbour on the machine does not count.
static double Time(Action action)
{
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    action();
    return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
}

static double Median(List<double> values)
{
    values.Sort();
    return values[values.Count / 2];
}
