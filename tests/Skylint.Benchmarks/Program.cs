using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint;
using Skylint.Benchmarks;

// What the analyzers cost, as ratios within one run: over binding the same code, and over the compiler's driver with one empty operation
// action, which any analyzer pays. Figures of one machine at one time mean little; the ratios carry over.
//
//   dotnet run -c Release --project tests/Skylint.Benchmarks [folder of C# files, or of projects that use the CDK or the SDK] [runs] [rules or an analyzer's name]
//
// Everything is measured warm, as in a compiler server or an editor, after rounds that do not count. A build parses its files anew, so every run gets fresh
// trees. A folder with several projects is measured project by project, and the sums are compared. What stands "over" something is the median of the
// differences within one round, as a share of binding; allocated bytes are shown beside it, because they hardly depend on what else the machine does.
// With "rules" each construct rule is measured alone as well, with the name of an analyzer only that one.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = args.Length > 0 ? args[0] : Path.Combine(Sources.Repository, "samples", "OrdersInfra");
var runs = args.Length > 1 ? int.Parse(args[1]) : 15;
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"There is no folder '{folder}'.");
    return 2;
}

var compilations = Sources.Projects(folder).Select(Sources.Compile).ToList();
var errors = compilations.Sum(c => c.GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error));
Console.WriteLine($"{compilations.Count} compilations, {compilations.Sum(c => c.SyntaxTrees.Length)} files, {compilations.Sum(c => c.SyntaxTrees.Sum(t => t.GetText().Lines.Count))} lines, {errors} compile errors, {runs} runs");

var ours = typeof(AllRules).Assembly.GetTypes()
    .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
    .Where(t => args.Length < 3 || args[2] == "rules" || t.Name == args[2])
    .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
    .ToImmutableArray();
if (ours.IsEmpty)
{
    Console.Error.WriteLine($"There is no analyzer '{args[2]}'.");
    return 2;
}

var constructs = ours.FirstOrDefault(a => a is Skylint.Cdk.ConstructAnalyzer);
var sdk = ours.FirstOrDefault(a => a is Skylint.Sdk.SdkAnalyzer);
var cases = new List<(string Name, Action<CSharpCompilation> Run)>
{
    ("bind", c => c.GetDiagnostics()),
    ("driver with an empty analyzer", c => Analyze(c, [new EmptyAnalyzer()])),
};
var reporting = new[] { constructs, sdk }.OfType<DiagnosticAnalyzer>().ToDictionary(a => a, Reporting);
cases.Add(("all analyzers", c => Analyze(c, ours)));
cases.AddRange(ours.Select(analyzer => (analyzer.GetType().Name, (Action<CSharpCompilation>)(c => Analyze(c, [analyzer])))));
if (args.Length > 2 && args[2] == "rules" && constructs is not null)
{
    cases.AddRange(Skylint.Cdk.ConstructRules.All.Select(rule => ($"{rule.Id} {rule.Key}", (Action<CSharpCompilation>)(c =>
        Analyze(c.WithOptions(c.Options.WithSpecificDiagnosticOptions(AllRules.Rules.ToImmutableDictionary(r => r.Id, r => r.Id == rule.Id ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress))), [constructs])))));
}

// All cases in turn, round after round: the runtime optimises what runs often, and a machine changes its speed, so what is compared has to be measured side by side.
var times = cases.Select(_ => new List<double>()).ToList();
var bytes = cases.Select(_ => new List<double>()).ToList();
// The runtime optimises what has run some thirty times; what is small has to run more often before it counts.
var warmup = Math.Max(8, 60 / compilations.Count);
for (var round = -warmup; round < runs; round++)
{
    for (var i = 0; i < cases.Count; i++)
    {
        var (time, allocated) = (0.0, 0.0);
        foreach (var c in compilations)
        {
            var cost = Measure(cases[i].Run, Fresh(c));
            (time, allocated) = (time + cost.Milliseconds, allocated + cost.Bytes);
        }

        if (round < 0)
            continue;
        times[i].Add(time);
        bytes[i].Add(allocated);
    }
}

Console.WriteLine($"{"",-46} {"ms",8} {"of bind",9} {"over empty",11} {"in bytes",9}");
for (var i = 0; i < cases.Count; i++)
    Console.WriteLine($"{cases[i].Name,-46} {Median(times[i]),8:F1} {Median(times[i]) / Median(times[0]),9:F2} {(i < 2 ? "" : $"{Over(times, i, 1):F3}"),11} {(i < 2 ? "" : $"{Over(bytes, i, 1):F3}"),9}");

Console.WriteLine();
if (constructs is not null && Sources.UseCdk(compilations))
    Summarize("Constructs", constructs, 0.15);
if (sdk is not null && Sources.UseSdk(compilations))
    Summarize("SDK rules", sdk, 0.05);
if (constructs is not null && Sources.UseCdk(compilations))
    MeasureDocuments("Constructs", constructs);
if (sdk is not null && Sources.UseSdk(compilations))
    MeasureDocuments("SDK rules", sdk);
return 0;

void Summarize(string what, DiagnosticAnalyzer analyzer, double budget)
{
    var (at, floor) = (cases.FindIndex(c => c.Name == analyzer.GetType().Name), cases.FindIndex(c => c.Name == reporting[analyzer]));
    Console.WriteLine($"{what}, over the empty analyzer: {Over(times, at, 1):F2} of binding (budget {budget:F2}), {Over(bytes, at, 1):F2} in bytes; without the host's price of the findings: {Over(times, at, floor):F2}, {Over(bytes, at, floor):F2} in bytes");
}

// Adds the case of an analyzer that reports what this one finds, found once beforehand, and need not look for anything.
string Reporting(DiagnosticAnalyzer analyzer)
{
    var findings = compilations.SelectMany(c => Analyze(Fresh(c), [analyzer])).ToList();
    var replay = new ReplayAnalyzer(findings);
    var name = $"the same, reporting {findings.Count} of {analyzer.GetType().Name}";
    cases.Add((name, c => Analyze(c, [replay])));
    return name;
}

static double Over(List<List<double>> measured, int at, int floor) =>
    Median([.. measured[at].Zip(measured[floor], (a, b) => a - b)]) / Median(measured[0]);

static CSharpCompilation Fresh(CSharpCompilation c) =>
    c.RemoveAllSyntaxTrees().AddSyntaxTrees(c.SyntaxTrees.Select(t => CSharpSyntaxTree.ParseText(t.GetText(), (CSharpParseOptions)t.Options, t.FilePath)));

static ImmutableArray<Diagnostic> Analyze(CSharpCompilation c, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
    With(c, analyzers).GetAnalysisResultAsync(default).GetAwaiter().GetResult().GetAllDiagnostics();

static CompilationWithAnalyzers With(CSharpCompilation c, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
    new(c, analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

// A keystroke in each document in turn: its tree is new, the others are as they were, and an editor asks for the diagnostics of this document.
void MeasureDocuments(string what, DiagnosticAnalyzer measured)
{
    var (floor, live, documents) = (0.0, 0.0, 0);
    foreach (var c in compilations)
    {
        foreach (var tree in c.SyntaxTrees.Where(t => t.FilePath.Length > 0))
        {
            var (emptyTimes, ourTimes) = (new List<double>(), new List<double>());
            for (var round = -3; round < Math.Min(runs, 7); round++)
            {
                foreach (var (list, analyzer) in new (List<double>, DiagnosticAnalyzer)[] { (emptyTimes, new EmptyAnalyzer()), (ourTimes, measured) })
                {
                    var edited = tree.WithChangedText(tree.GetText().Replace(tree.Length, 0, "\n// " + round));
                    var time = Measure(x => Live(x, edited, analyzer), c.ReplaceSyntaxTree(tree, edited)).Milliseconds;
                    if (round >= 0)
                        list.Add(time);
                }
            }

            floor += Median(emptyTimes);
            live += Median(ourTimes);
            documents++;
        }
    }

    Console.WriteLine($"{what}, live diagnostics of one document: {live / floor:F2} of the empty analyzer's, over {documents} documents (budget 1.10)");

    static void Live(CSharpCompilation c, SyntaxTree edited, DiagnosticAnalyzer analyzer)
    {
        var with = With(c, [analyzer]);
        with.GetAnalyzerSemanticDiagnosticsAsync(with.Compilation.GetSemanticModel(edited), null, default).GetAwaiter().GetResult();
    }
}

// Processor time, so that a neighbour on the machine does not count.
static (double Milliseconds, long Bytes) Measure(Action<CSharpCompilation> action, CSharpCompilation compilation)
{
    var (time, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
    action(compilation);
    return ((Environment.CpuUsage.TotalTime - time).TotalMilliseconds, GC.GetTotalAllocatedBytes() - allocated);
}

static double Median(List<double> values)
{
    var sorted = values.Order().ToList();
    return sorted[sorted.Count / 2];
}
