using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint;
using Skylint.Benchmarks;

// What the analyzers cost, as ratios within one run: over binding the same code, and over the compiler's driver with one empty operation
// action, which any analyzer pays. Figures of one machine at one time mean little; the ratios carry over. Every analyzer is measured beside the empty
// one, as it runs beside others in a build: what an analyzer saves by asking for no operations others pay all the same. Beside the processor time
// stands the memory that is allocated, which a busy machine does not change.
//
//   dotnet run -c Release --project tests/Skylint.Benchmarks [folder of C# files or of projects that use the CDK] [runs] [rules]
//
// Everything is measured warm, as in a compiler server or an editor, after rounds that do not count. A build parses its files anew, so every run gets fresh
// trees. A folder with several projects is measured project by project, and the sums are compared. With "rules" each construct rule is measured alone as well.
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
    .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
    .ToImmutableArray();
var constructs = ours.Single(a => a is Skylint.Cdk.ConstructAnalyzer);
// Found once beforehand, to be reported again by an analyzer that need not look for anything.
var findings = compilations.SelectMany(c => Analyze(Fresh(c), [constructs])).ToList();
var empty = new EmptyAnalyzer();
var replay = new ReplayAnalyzer(findings);
var cases = new List<(string Name, Action<CSharpCompilation> Run)>
{
    ("bind", c => c.GetDiagnostics()),
    ("driver with an empty analyzer", c => Analyze(c, [empty])),
    ($"the same, reporting {findings.Count} findings", c => Analyze(c, [empty, replay])),
    ("all analyzers", c => Analyze(c, [empty, .. ours])),
};
cases.AddRange(ours.Select(analyzer => (analyzer.GetType().Name, (Action<CSharpCompilation>)(c => Analyze(c, [empty, analyzer])))));
if (args.Length > 2 && args[2] == "rules")
{
    cases.AddRange(Skylint.Cdk.ConstructRules.All.Select(rule => ($"{rule.Id} {rule.Key}", (Action<CSharpCompilation>)(c =>
        Analyze(c.WithOptions(c.Options.WithSpecificDiagnosticOptions(AllRules.Rules.ToImmutableDictionary(r => r.Id, r => r.Id == rule.Id ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress))), [empty, constructs])))));
}

// All cases in turn, round after round: the runtime optimises what runs often, and a machine changes its speed, so what is compared has to be measured side by side.
var costs = cases.Select(_ => new List<Cost>()).ToList();
// The runtime optimises what has run some thirty times; what is small has to run more often before it counts.
var warmup = Math.Max(8, 60 / compilations.Count);
for (var round = -warmup; round < runs; round++)
{
    for (var i = 0; i < cases.Count; i++)
    {
        var cost = compilations.Aggregate(default(Cost), (sum, c) => sum + Cost.Of(cases[i].Run, Fresh(c)));
        if (round >= 0)
            costs[i].Add(cost);
    }
}

var medians = costs.Select(Cost.Median).ToList();
var (bind, floor, reporting) = (medians[0], medians[1], medians[2]);
Console.WriteLine($"{"",-46} {"ms",8} {"of bind",9} {"over empty",11} {"over reporting",15} {"memory over empty",18}");
for (var i = 0; i < cases.Count; i++)
    Console.WriteLine($"{cases[i].Name,-46} {medians[i].Milliseconds,8:F1} {(medians[i] / bind).Milliseconds,9:F2} {(i < 2 ? "" : $"{((medians[i] - floor) / bind).Milliseconds:F2}"),11} {(i < 3 ? "" : $"{((medians[i] - reporting) / bind).Milliseconds:F2}"),15} {(i < 2 ? "" : $"{((medians[i] - floor) / bind).Bytes:F2}"),18}");

var at = cases.FindIndex(c => c.Name == constructs.GetType().Name);
var (over, own) = ((medians[at] - floor) / bind, (medians[at] - reporting) / bind);
Console.WriteLine();
Console.WriteLine($"Constructs, over the empty analyzer: {over.Milliseconds:F2} of binding (budget 0.15), {over.Bytes:F2} of its memory; without the host's price of the findings: {own.Milliseconds:F2}, {own.Bytes:F2}");
MeasureDocuments();
return 0;

static CSharpCompilation Fresh(CSharpCompilation c) =>
    c.RemoveAllSyntaxTrees().AddSyntaxTrees(c.SyntaxTrees.Select(t => CSharpSyntaxTree.ParseText(t.GetText(), (CSharpParseOptions)t.Options, t.FilePath)));

static ImmutableArray<Diagnostic> Analyze(CSharpCompilation c, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
    With(c, analyzers).GetAnalysisResultAsync(default).GetAwaiter().GetResult().GetAllDiagnostics();

static CompilationWithAnalyzers With(CSharpCompilation c, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
    new(c, analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

// A keystroke in each document in turn: its tree is new, the others are as they were, and an editor asks for the diagnostics of this document.
void MeasureDocuments()
{
    var sums = new Cost[3];
    var documents = 0;
    foreach (var c in compilations)
    {
        foreach (var tree in c.SyntaxTrees.Where(t => t.FilePath.Length > 0))
        {
            ImmutableArray<DiagnosticAnalyzer>[] lists = [[empty], [empty, replay], [empty, constructs]];
            var costs = lists.Select(_ => new List<Cost>()).ToList();
            for (var round = -3; round < Math.Min(runs, 7); round++)
            {
                for (var i = 0; i < lists.Length; i++)
                {
                    var edited = tree.WithChangedText(tree.GetText().Replace(tree.Length, 0, "\n// " + round));
                    var cost = Cost.Of(x => Live(x, edited, lists[i]), c.ReplaceSyntaxTree(tree, edited));
                    if (round >= 0)
                        costs[i].Add(cost);
                }
            }

            for (var i = 0; i < lists.Length; i++)
                sums[i] += Cost.Median(costs[i]);
            documents++;
        }
    }

    var (live, reported) = (sums[2] / sums[0], sums[1] / sums[0]);
    Console.WriteLine($"Constructs, live diagnostics of one document: {live.Milliseconds:F2} of the empty analyzer's (budget 1.10), {live.Bytes:F2} of its memory, over {documents} documents; reporting alone: {reported.Milliseconds:F2}, {reported.Bytes:F2}");

    static void Live(CSharpCompilation c, SyntaxTree edited, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var with = With(c, analyzers);
        with.GetAnalyzerSemanticDiagnosticsAsync(with.Compilation.GetSemanticModel(edited), null, default).GetAwaiter().GetResult();
    }
}
