using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Observability;

/// <summary>SKY4008: a minimum level of Debug or Trace that no condition decides about.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DebugLoggingAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, ObservabilityRules.DebugLoggingEnabled.Key);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObservabilityRules.DebugLoggingEnabled.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            // Two assemblies of the framework have a class of this name, one of them with the method.
            var extensions = start.Compilation.GetTypesByMetadataName("Microsoft.Extensions.Logging.LoggingBuilderExtensions").ToImmutableHashSet<ISymbol?>(SymbolEqualityComparer.Default);
            if (extensions.Count > 0
                && start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LogLevel") is { } level
                && !TestCode.IsTestProject(start.Compilation))
                start.RegisterOperationAction(operation => Analyze(operation, extensions, level), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ImmutableHashSet<ISymbol?> extensions, INamedTypeSymbol level)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name != "SetMinimumLevel" || !extensions.Contains(call.TargetMethod.ContainingType))
            return;
        if (call.Arguments.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter?.Type, level)) is not { Value: IFieldReferenceOperation { Field: { Name: "Debug" or "Trace" } field } value })
            return;
        if (!Emitted.IsConditional(call) && !HasProviderOfItsOwn(call))
            context.ReportDiagnostic(Diagnostic.Create(ObservabilityRules.DebugLoggingEnabled.Descriptor, value.Syntax.GetLocation(), s_properties, field.Name));
    }

    /// <summary>Other logging libraries have levels in a configuration of their own, and want everything to be handed on to them.</summary>
    private static bool HasProviderOfItsOwn(IInvocationOperation call)
    {
        IOperation root = call;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<IInvocationOperation>().Any(other =>
            (other.TargetMethod.ReducedFrom ?? other.TargetMethod) is { IsExtensionMethod: true, ContainingAssembly.Name: var assembly } method
            && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, call.TargetMethod.Parameters[0].Type)
            && !assembly.StartsWith("Microsoft.", StringComparison.Ordinal)
            && !SymbolEqualityComparer.Default.Equals(method.ContainingType, call.TargetMethod.ContainingType)
            && method.ContainingNamespace.Name != "Observability");
    }
}
