using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint;
using Skylint.Benchmarks;
using static Skylint.Benchmarks.Measure;

// What the analyzers cost, as ratios within one run: over binding the same code, and over the compiler's driver with one empty operation
// action, which any analyzer pays. Figures of one machine at one time mean little; the ratios carry over.
//
//   dotnet run -c Release --project tests/Skylint.Benchmarks [folder of C# files or of projects that use the CDK] [runs] [rules]
//   dotnet run -c Release --project tests/Skylint.Benchmarks text [folder of C# files or projects with SQL] [runs]
//
// Everything is measured warm, as in a compiler server or an editor, after rounds that do not count. A build parses its files anew, so every run gets fresh
// trees. A folder with several projects is measured project by project, and the sums are compared. With "rules" each construct rule is measured alone as well.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["text", ..])
    return TextBenchmark.Run(args[1..]);
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
var replay = new ReplayAnalyzer(findings);
var cases = new List<(string Name, Action<CSharpCompilation> Run)>
{
    ("bind", c => c.GetDiagnostics()),
    ("driver with an empty analyzer", c => Analyze(c, [new EmptyAnalyzer()])),
    ($"the same, reporting {findings.Count} findings", c => Analyze(c, [replay])),
    ("all analyzers", c => Analyze(c, ours)),
};
cases.AddRange(ours.Select(analyzer => (analyzer.GetType().Name, (Action<CSharpCompilation>)(c => Analyze(c, [analyzer])))));
if (args.Length > 2 && args[2] == "rules")
{
    cases.AddRange(Skylint.Cdk.ConstructRules.All.Select(rule => ($"{rule.Id} {rule.Key}", (Action<CSharpCompilation>)(c =>
        Analyze(c.WithOptions(c.Options.WithSpecificDiagnosticOptions(AllRules.Rules.ToImmutableDictionary(r => r.Id, r => r.Id == rule.Id ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress))), [constructs])))));
}

// All cases in turn, round after round: the runtime optimises what runs often, and a machine changes its speed, so what is compared has to be measured side by side.
var times = cases.Select(_ => new List<double>()).ToList();
// The runtime optimises what has run some thirty times; what is small has to run more often before it counts.
var warmup = Math.Max(8, 60 / compilations.Count);
for (var round = -warmup; round < runs; round++)
{
    for (var i = 0; i < cases.Count; i++)
    {
        var time = compilations.Sum(c => Time(cases[i].Run, Fresh(c)));
        if (round >= 0)
            times[i].Add(time);
    }
}

var medians = times.Select(Median).ToList();
var (bind, empty, reporting) = (medians[0], medians[1], medians[2]);
Console.WriteLine($"{"",-46} {"ms",8} {"of bind",9} {"over empty",11} {"over reporting",15}");
for (var i = 0; i < cases.Count; i++)
    Console.WriteLine($"{cases[i].Name,-46} {medians[i],8:F1} {medians[i] / bind,9:F2} {(i < 2 ? "" : $"{(medians[i] - empty) / bind:F2}"),11} {(i < 3 ? "" : $"{(medians[i] - reporting) / bind:F2}"),15}");

var at = cases.FindIndex(c => c.Name == constructs.GetType().Name);
Console.WriteLine();
Console.WriteLine($"Constructs, over the empty analyzer: {(medians[at] - empty) / bind:F2} of binding (budget 0.15); without the host's price of the findings: {(medians[at] - reporting) / bind:F2}");
MeasureDocuments();
return 0;

// A keystroke in each document in turn: its tree is new, the others are as they were, and an editor asks for the diagnostics of this document.
void MeasureDocuments()
{
    var (floor, live, documents) = (0.0, 0.0, 0);
    foreach (var c in compilations)
    {
        foreach (var tree in c.SyntaxTrees.Where(t => t.FilePath.Length > 0))
        {
            var (emptyTimes, ourTimes) = (new List<double>(), new List<double>());
            for (var round = -3; round < Math.Min(runs, 7); round++)
            {
                foreach (var (list, analyzer) in new (List<double>, DiagnosticAnalyzer)[] { (emptyTimes, new EmptyAnalyzer()), (ourTimes, constructs) })
                {
                    var edited = tree.WithChangedText(tree.GetText().Replace(tree.Length, 0, "\n// " + round));
                    var time = Time(x => Live(x, edited, analyzer), c.ReplaceSyntaxTree(tree, edited));
                    if (round >= 0)
                        list.Add(time);
                }
            }

            floor += Median(emptyTimes);
            live += Median(ourTimes);
            documents++;
        }
    }

    Console.WriteLine($"Constructs, live diagnostics of one document: {live / floor:F2} of the empty analyzer's, over {documents} documents (budget 1.10)");

    static void Live(CSharpCompilation c, SyntaxTree edited, DiagnosticAnalyzer analyzer)
    {
        var with = With(c, [analyzer]);
        with.GetAnalyzerSemanticDiagnosticsAsync(with.Compilation.GetSemanticModel(edited), null, default).GetAwaiter().GetResult();
    }
}
