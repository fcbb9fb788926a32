using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Skylint.Benchmarks;

/// <summary>
/// An analyzer that does nothing but report again what another has found. The compiler looks for suppressions around every
/// diagnostic and binds the code there once more, whoever reports it; this is what that costs.
/// </summary>
/// <param name="findings">Diagnostics about creations and calls: the first additional location says which, else it is the one around the diagnostic.</param>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReplayAnalyzer(IEnumerable<Diagnostic> findings) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = new("REPLAY", "Replay", "Replay", "Benchmark", DiagnosticSeverity.Warning, true);

    private readonly ILookup<(string? Path, int Start, int End), Location> _places = findings
        .Where(f => f.Location.SourceTree is not null)
        .ToLookup(f => KeyOf(f.Id.StartsWith("SKY1", StringComparison.Ordinal) && f.AdditionalLocations.Count > 0 ? f.AdditionalLocations[0] : Around(f.Location)), f => f.Location);

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

    private static Location Around(Location place) =>
        place.SourceTree!.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<ExpressionSyntax>(e => e is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)?.GetLocation() ?? place;

    private static (string? Path, int Start, int End) KeyOf(Location location) => (location.SourceTree?.FilePath, location.SourceSpan.Start, location.SourceSpan.End);
}
