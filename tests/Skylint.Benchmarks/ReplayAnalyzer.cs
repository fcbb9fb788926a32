using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Skylint.Benchmarks;

/// <summary>
/// An analyzer that does nothing but report again what the construct analyzer has found. The compiler looks for suppressions around every
/// diagnostic and binds the code there once more, whoever reports it; this is what that costs.
/// </summary>
/// <param name="findings">Diagnostics whose first additional location is the creation or call they are about.</param>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReplayAnalyzer(IEnumerable<Diagnostic> findings) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = new("REPLAY", "Replay", "Replay", "Benchmark", DiagnosticSeverity.Warning, true);

    private readonly ILookup<(string? Path, int Start, int End), Location> _places = findings
        .Where(f => f.AdditionalLocations.Count > 0)
        .ToLookup(f => KeyOf(f.AdditionalLocations[0]), f => f.Location);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Report, OperationKind.ObjectCreation, OperationKind.Invocation);
    }

    private void Report(OperationAnalysisContext context)
    {
        var syntax = context.Operation.Syntax;
        foreach (var place in _places[(syntax.SyntaxTree.FilePath, syntax.SpanStart, syntax.Span.End)])
            context.ReportDiagnostic(Diagnostic.Create(s_descriptor, Location.Create(syntax.SyntaxTree, place.SourceSpan)));
    }

    private static (string? Path, int Start, int End) KeyOf(Location location) => (location.SourceTree?.FilePath, location.SourceSpan.Start, location.SourceSpan.End);
}
