using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Skylint.Benchmarks;

/// <summary>What both benchmarks share: running analyzers as a build does, and taking the time.</summary>
internal static class Measure
{
    /// <summary>The same compilation with trees that are parsed anew.</summary>
    public static CSharpCompilation Fresh(CSharpCompilation c) =>
        c.RemoveAllSyntaxTrees().AddSyntaxTrees(c.SyntaxTrees.Select(t => CSharpSyntaxTree.ParseText(t.GetText(), (CSharpParseOptions)t.Options, t.FilePath)));

    public static ImmutableArray<Diagnostic> Analyze(CSharpCompilation c, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        With(c, analyzers).GetAnalysisResultAsync(default).GetAwaiter().GetResult().GetAllDiagnostics();

    public static CompilationWithAnalyzers With(CSharpCompilation c, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        new(c, analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

    /// <summary>Processor time in milliseconds, so that a neighbour on the machine does not count.</summary>
    public static double Time(Action<CSharpCompilation> action, CSharpCompilation compilation)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        action(compilation);
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
