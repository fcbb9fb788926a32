using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>
/// Takes what a parser finds wrong. The analyzer turns it into diagnostics; the generator only wants to know whether there was an error,
/// because it then writes nothing.
/// </summary>
internal sealed class Problems(Action<Diagnostic>? report)
{
    /// <summary>Whether something was found that the generated code could not be right with.</summary>
    public bool HasErrors { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, ISymbol symbol, params object[] arguments)
    {
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        report?.Invoke(Diagnostic.Create(descriptor, symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None, arguments));
    }
}
