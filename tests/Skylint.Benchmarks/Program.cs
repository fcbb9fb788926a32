using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint;
using Skylint.Benchmarks;
using static Skylint.Benchmarks.Measure;

// What the analyzers cost, as ratios within one run: over binding the same code, and over the compiler's driver with one empty operation action, which any
// analyzer pays. Figures of one machine at one time mean little; the ratios carry over.
//
//   dotnet run -c Release --project tests/Skylint.Benchmarks [folder of C# files or of projects] [runs] [areas, such as sql,secrets] [each | rules]
//
// The analyzers of an area run together, beside the empty one, as they run beside others in a build: what an analyzer saves by asking for no operations others
// pay all the same. "In its place" is the same without the empty one, as when nothing else is installed. Everything is measured warm, as in a compiler server or an editor, after rounds that do not count. A build parses its files anew, so every
// run gets fresh trees. A folder with several projects is measured project by project, and the sums are compared; "constructs" measures the projects that use
// the CDK, "sdk" those that use the SDK, any other area all of them. What stands "over" something is the difference
// of the least of all rounds, as a share of binding; the allocated memory is shown beside it, because it hardly depends on what else the machine does.
// With "each" every analyzer is measured alone as well, with "rules" every construct rule.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = args.Length > 0 ? args[0] : Path.Combine(Sources.Repository, "samples", "OrdersInfra");
var runs = args.Length > 1 ? int.Parse(args[1]) : 15;
var names = args.Length > 2 ? args[2].Split(',') : [.. Area.All.Select(a => a.Name)];
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"There is no folder '{folder}'.");
    return 2;
}

if (names.FirstOrDefault(name => Area.All.All(a => a.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no area '{unknown}'. Areas: {string.Join(", ", Area.All.Select(a => a.Name))}.");
    return 2;
}

var areas = Area.All.Where(a => names.Contains(a.Name)).ToList();
var compilations = Sources.Projects(folder, areas.All(a => a.Library is not null) ? [.. areas.Select(a => a.Library!)] : null).Select(Sources.Compile).Where(c => c.SyntaxTrees.Length > 1).ToList();
if (compilations.Count == 0)
{
    Console.Error.WriteLine($"No project in '{folder}' uses what {string.Join(" and ", names)} look at.");
    return 2;
}

var errors = compilations.Sum(c => c.GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error));
Console.WriteLine($"{compilations.Count} compilations, {compilations.Sum(c => c.SyntaxTrees.Length)} files, {compilations.Sum(c => c.SyntaxTrees.Sum(t => t.GetText().Lines.Count))} lines, {errors} compile errors, {runs} runs");

ImmutableArray<DiagnosticAnalyzer> floor = [new EmptyAnalyzer()];
var cases = new List<(string Name, Action<CSharpCompilation> Run)>
{
    ("bind", c => c.GetDiagnostics()),
    ("driver with an empty analyzer", c => Build(c, floor)),
};
var measured = new List<(Area Area, ReplayAnalyzer Replay, int At)>();
foreach (var area in areas)
{
    var findings = compilations.SelectMany(c => Build(Fresh(c), area.Analyzers)).ToList();
    var replay = new ReplayAnalyzer(findings);
    measured.Add((area, replay, cases.Count));
    cases.Add((area.Name, c => Build(c, [.. floor, .. area.Analyzers])));
    cases.Add(($"  reporting {findings.Count} findings alone", c => Build(c, [.. floor, replay])));
    cases.Add(("  in its place", c => Build(c, area.Analyzers)));
    if (args.Contains("each") && area.Analyzers.Length > 1)
        cases.AddRange(area.Analyzers.Select(analyzer => ($"  {analyzer.GetType().Name}", (Action<CSharpCompilation>)(c => Build(c, [.. floor, analyzer])))));
}

if (measured.Count > 1)
    cases.Add(("all of them", c => Build(c, [.. floor, .. measured.SelectMany(m => m.Area.Analyzers)])));
if (args.Contains("rules"))
{
    var constructs = Area.All.Single(a => a.Name == "constructs").Analyzers;
    cases.AddRange(Skylint.Cdk.ConstructRules.All.Select(rule => ($"{rule.Id} {rule.Key}", (Action<CSharpCompilation>)(c =>
        Build(c.WithOptions(c.Options.WithSpecificDiagnosticOptions(AllRules.Rules.ToImmutableDictionary(r => r.Id, r => r.Id == rule.Id ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress))), [.. floor, .. constructs])))));
}

// All cases in turn, round after round: the runtime optimises what runs often, and a machine changes its speed, so what is compared has to be measured side by side.
var costs = cases.Select(_ => new List<Cost>()).ToList();
// The runtime optimises what has run some thirty times; what is small has to run more often before it counts.
var warmup = Math.Clamp(600 / compilations.Sum(c => c.SyntaxTrees.Length), 2, 60);
for (var round = -warmup; round < runs; round++)
{
    for (var i = 0; i < cases.Count; i++)
    {
        var cost = compilations.Aggregate(default(Cost), (sum, c) => sum + Cost.Of(cases[i].Run, Fresh(c)));
        if (round >= 0)
            costs[i].Add(cost);
    }
}

Console.WriteLine($"{"",-46} {"ms",8} {"of bind",9} {"over empty",11} {"in memory",10}");
for (var i = 0; i < cases.Count; i++)
    Console.WriteLine($"{cases[i].Name,-46} {Cost.Least(costs[i]).Milliseconds,8:F1} {(Cost.Least(costs[i]) / Cost.Least(costs[0])).Milliseconds,9:F2} {(i < 2 ? "" : $"{Over(i, 1).Milliseconds:F3}"),11} {(i < 2 ? "" : $"{Over(i, 1).Bytes:F3}"),10}");

Console.WriteLine();
foreach (var (area, _, at) in measured)
    Console.WriteLine($"{area.Name}, over the empty analyzer: {Over(at, 1).Milliseconds:F3} of binding (budget {area.Budget:F2}), {Over(at, 1).Bytes:F3} of its memory; without the host's price of the findings: {Over(at, at + 1).Milliseconds:F3}, {Over(at, at + 1).Bytes:F3}; in its place: {Over(at + 2, 1).Milliseconds:F3}, {Over(at + 2, 1).Bytes:F3}");
MeasureDocuments();
return 0;

// What a case takes over another one, as a share of binding.
Cost Over(int at, int less) => (Cost.Least(costs[at]) - Cost.Least(costs[less])) / Cost.Least(costs[0]);

// A keystroke in each document in turn: its tree is new, the others are as they were, and an editor asks for the diagnostics of this document.
void MeasureDocuments()
{
    ImmutableArray<DiagnosticAnalyzer>[] lists = [floor, .. measured.SelectMany(m => new ImmutableArray<DiagnosticAnalyzer>[] { [.. floor, .. m.Area.Analyzers], [.. floor, m.Replay] })];
    var sums = new Cost[lists.Length];
    var documents = 0;
    foreach (var c in compilations)
    {
        foreach (var tree in c.SyntaxTrees.Where(t => t.FilePath.Length > 0))
        {
            var all = lists.Select(_ => new List<Cost>()).ToList();
            for (var round = -3; round < Math.Min(runs, 7); round++)
            {
                for (var i = 0; i < lists.Length; i++)
                {
                    var edited = tree.WithChangedText(tree.GetText().Replace(tree.Length, 0, "\n// " + round));
                    var cost = Cost.Of(x => Document(x, edited, lists[i]), c.ReplaceSyntaxTree(tree, edited));
                    if (round >= 0)
                        all[i].Add(cost);
                }
            }

            for (var i = 0; i < lists.Length; i++)
                sums[i] += Cost.Least(all[i]);
            documents++;
        }
    }

    for (var i = 0; i < measured.Count; i++)
    {
        var (live, reporting) = (sums[1 + i * 2] / sums[0], sums[2 + i * 2] / sums[0]);
        Console.WriteLine($"{measured[i].Area.Name}, live diagnostics of one document: {live.Milliseconds:F2} of the empty analyzer's (budget 1.10), {live.Bytes:F2} of its memory, over {documents} documents; reporting alone: {reporting.Milliseconds:F2}, {reporting.Bytes:F2}");
    }
}
