using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Benchmarks.Generator;

/// <summary>
/// What the compiler itself does for a generator like ours: the same attributes looked for in the same nodes, and the compilation asked for, with nothing done about any of it.
/// </summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    private static readonly string[] s_attributes = ["Observability", "Observed", "Observed", "ObservedLambda"];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var compilation = context.CompilationProvider.Select(static (c, _) => c.AssemblyName ?? "");
        foreach (var attribute in s_attributes)
        {
            var found = context.SyntaxProvider.ForAttributeWithMetadataName($"Skylint.Observability.{attribute}Attribute", static (_, _) => true, static (_, _) => 0);
            context.RegisterSourceOutput(found.Combine(compilation), static (_, _) => { });
        }
    }
}
