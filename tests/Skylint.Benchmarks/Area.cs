using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Skylint.Benchmarks;

/// <summary>Analyzers that one budget is for.</summary>
/// <param name="Name">As it is printed, and typed as an argument.</param>
/// <param name="Budget">What they may cost over the empty analyzer, as a share of binding.</param>
/// <param name="Library">The library without which they register nothing; null for those that look at all code.</param>
/// <param name="Analyzers">The analyzers.</param>
internal sealed record Area(string Name, double Budget, Library? Library, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_all =
    [
        .. typeof(AllRules).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    public static ImmutableArray<Area> All { get; } =
    [
        Of("constructs", 0.15, Library.Cdk, "Skylint.Cdk"),
        Of("sdk", 0.05, Library.Sdk, "Skylint.Sdk"),
        Of("sql", 0.05, null, "Skylint.Text.Sql"),
        Of("secrets", 0.02, null, "Skylint.Text.Secrets"),
        Of("injection", 0.05, null, "Skylint.Text.Injection"),
        Of("observability", 0.05, null, "Skylint.Observability"),
    ];

    private static Area Of(string name, double budget, Library? library, string space) => new(name, budget, library, [.. s_all.Where(a => a.GetType().Namespace == space)]);
}
