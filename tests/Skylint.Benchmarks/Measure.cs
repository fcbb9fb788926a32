using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Skylint.Benchmarks;

/// <summary>Runs analyzers as a build and as an editor do.</summary>
internal static class Measure
{
    /// <summary>The same compilation with trees that are parsed anew.</summary>
    public static CSharpCompilation Fresh(CSharpCompilation c) =>
        c.RemoveAllSyntaxTrees().AddSyntaxTrees(c.SyntaxTrees.Select(t => CSharpSyntaxTree.ParseText(t.GetText(), (CSharpParseOptions)t.Options, t.FilePath)));

    public static ImmutableArray<Diagnostic> Build(CSharpCompilation c, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        With(c, analyzers).GetAnalysisResultAsync(default).GetAwaiter().GetResult().GetAllDiagnostics();

    /// <summary>What an editor asks for after a keystroke in a document.</summary>
    public static void Document(CSharpCompilation c, SyntaxTree edited, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var with = With(c, analyzers);
        with.GetAnalyzerSemanticDiagnosticsAsync(with.Compilation.GetSemanticModel(edited), null, default).GetAwaiter().GetResult();
    }

    private static CompilationWithAnalyzers With(CSharpCompilation c, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        new(c, analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
}
