using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using static Skylint.Benchmarks.Measure;

namespace Skylint.Benchmarks;

/// <summary>
/// What the rules about statements and secrets cost on code that uses databases: processor time and allocated bytes over the driver with an
/// empty analyzer, as shares of what binding the same code takes. Bytes hardly depend on what else the machine does.
/// </summary>
internal static class TextBenchmark
{
    private static readonly (string Name, double Budget, string Space)[] s_areas =
    [
        ("SQL", 0.05, "Skylint.Text.Sql"),
        ("Secrets", 0.02, "Skylint.Text.Secrets"),
    ];

    /// <param name="args">The folder, and the number of runs.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        var folder = args.Length > 0 ? args[0] : Path.Combine(Sources.Repository, "samples", "OrdersService");
        var runs = args.Length > 1 ? int.Parse(args[1]) : 15;
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder '{folder}'.");
            return 2;
        }

        var compilations = Sources.AllProjects(folder).Select(Sources.CompileWithSql).Where(c => c.SyntaxTrees.Length > 1).ToList();
        var errors = compilations.Sum(c => c.GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error));
        Console.WriteLine($"{compilations.Count} compilations, {compilations.Sum(c => c.SyntaxTrees.Length)} files, {compilations.Sum(c => c.SyntaxTrees.Sum(t => t.GetText().Lines.Count))} lines, {errors} compile errors, {runs} runs");

        var ours = typeof(AllRules).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
            .ToList();
        var cases = new List<(string Name, Action<CSharpCompilation> Run)>
        {
            ("bind", c => c.GetDiagnostics()),
            ("driver with an empty analyzer", c => Analyze(c, [new EmptyAnalyzer()])),
        };
        foreach (var (name, _, space) in s_areas)
        {
            var area = ours.Where(a => a.GetType().Namespace == space).ToImmutableArray();
            Console.WriteLine($"{name}: {compilations.Sum(c => Analyze(Fresh(c), area).Length)} findings");
            cases.Add((name, c => Analyze(c, area)));
            if (area.Length > 1)
                cases.AddRange(area.Select(analyzer => ("  " + analyzer.GetType().Name, (Action<CSharpCompilation>)(c => Analyze(c, [analyzer])))));
        }

        var times = cases.Select(_ => new List<double>()).ToList();
        var bytes = cases.Select(_ => new List<double>()).ToList();
        // What is small has to run more often before the runtime has optimised it.
        for (var round = -Math.Clamp(600 / compilations.Sum(c => c.SyntaxTrees.Length), 2, 60); round < runs; round++)
        {
            for (var i = 0; i < cases.Count; i++)
            {
                var (time, allocated) = (0.0, 0.0);
                foreach (var c in compilations.Select(Fresh))
                {
                    var before = GC.GetTotalAllocatedBytes(precise: true);
                    time += Time(cases[i].Run, c);
                    allocated += GC.GetTotalAllocatedBytes(precise: true) - before;
                }

                if (round < 0)
                    continue;
                times[i].Add(time);
                bytes[i].Add(allocated);
            }
        }

        Console.WriteLine($"{"",-34} {"ms",8} {"of bind",9} {"over empty",11} {"MB",8} {"over empty",11}");
        for (var i = 0; i < cases.Count; i++)
            Console.WriteLine($"{cases[i].Name,-34} {Median([.. times[i]]),8:F1} {Share(times, i, null),9:F2} {Share(times, i, 1),11:F3} {Median([.. bytes[i]]) / 1e6,8:F1} {Share(bytes, i, 1),11:F3}");
        Console.WriteLine();
        foreach (var (name, budget, _) in s_areas)
        {
            var at = cases.FindIndex(c => c.Name == name);
            Console.WriteLine($"{name}, over the empty analyzer: {Share(times, at, 1):F3} of binding in time (budget {budget:F2}), {Share(bytes, at, 1):F3} in allocated bytes");
        }

        return 0;
    }

    /// <summary>The median over the rounds of what a case takes, less another one, as a share of binding in the same round.</summary>
    private static double Share(List<List<double>> values, int at, int? less) =>
        Median([.. values[at].Select((value, round) => (value - (less is { } floor ? values[floor][round] : 0)) / values[0][round])]);
}
