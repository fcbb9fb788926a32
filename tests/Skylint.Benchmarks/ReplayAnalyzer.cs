using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Skylint.Benchmarks;

/// <summary>
/// An analyzer that does nothing but report again what the construct analyzer has found, at the moment when that reports. The compiler looks for
/// suppressions around every diagnostic and may bind the code there once more, whoever reports it; this is what that costs.
/// </summary>
/// <param name="findings">What to report again, by file and place.</param>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReplayAnalyzer(IEnumerable<Diagnostic> findings) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = new("REPLAY", "Replay", "Replay", "Benchmark", DiagnosticSeverity.Warning, true);

    private readonly ILookup<string?, Location> _places = findings.ToLookup(f => f.Location.SourceTree?.FilePath, f => f.Location);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(Report);
    }

    private void Report(SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        foreach (var place in _places[tree.FilePath])
            context.ReportDiagnostic(Diagnostic.Create(s_descriptor, Location.Create(tree, place.SourceSpan)));
    }
}
