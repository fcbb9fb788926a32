using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Skylint.Benchmarks;

/// <summary>
/// An analyzer that does nothing but report again what others have found, at the moment when they report it. The compiler looks for suppressions around
/// every diagnostic and may bind the code there once more, whoever reports it; this is what that costs.
/// </summary>
/// <param name="findings">What to report again. Constructs are reported file by file, all else with the call or creation around it.</param>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReplayAnalyzer(IReadOnlyList<Diagnostic> findings) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = new("REPLAY", "Replay", "Replay", "Benchmark", DiagnosticSeverity.Warning, true);

    private readonly ILookup<string?, Location> _byFile = findings.Where(IsOfConstruct).ToLookup(f => f.Location.SourceTree?.FilePath, f => f.Location);

    private readonly ILookup<(string? Path, int Start, int End), Location> _byOperation =
        findings.Where(f => !IsOfConstruct(f) && f.Location.SourceTree is not null).ToLookup(f => KeyOf(Around(f.Location)), f => f.Location);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        if (_byFile.Count > 0)
            context.RegisterSemanticModelAction(Report);
        if (_byOperation.Count > 0)
            context.RegisterOperationAction(Report, OperationKind.ObjectCreation, OperationKind.Invocation);
    }

    private void Report(SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        foreach (var place in _byFile[tree.FilePath])
            context.ReportDiagnostic(Diagnostic.Create(s_descriptor, Location.Create(tree, place.SourceSpan)));
    }

    private void Report(OperationAnalysisContext context)
    {
        var syntax = context.Operation.Syntax;
        foreach (var place in _byOperation[(syntax.SyntaxTree.FilePath, syntax.SpanStart, syntax.Span.End)])
            context.ReportDiagnostic(Diagnostic.Create(s_descriptor, Location.Create(syntax.SyntaxTree, place.SourceSpan)));
    }

    private static bool IsOfConstruct(Diagnostic finding) => finding.Id.StartsWith("SKY1", StringComparison.Ordinal);

    private static Location Around(Location place) =>
        place.SourceTree!.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<ExpressionSyntax>(e => e is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)?.GetLocation() ?? place;

    private static (string? Path, int Start, int End) KeyOf(Location location) => (location.SourceTree?.FilePath, location.SourceSpan.Start, location.SourceSpan.End);
}
