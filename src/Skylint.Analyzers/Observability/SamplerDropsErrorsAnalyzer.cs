using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Observability;

/// <summary>SKY4005: a log sampler of Microsoft.Extensions.Telemetry that drops records of errors as it drops those of successes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SamplerDropsErrorsAnalyzer : DiagnosticAnalyzer
{
    private const int Error = 4;
    private const int None = 6;

    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, ObservabilityRules.SamplerDropsErrors.Key);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObservabilityRules.SamplerDropsErrors.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.SamplingLoggerBuilderExtensions") is { } extensions)
                start.RegisterOperationAction(operation => Analyze(operation, extensions), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol extensions)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("AddTraceBasedSampler" or "AddRandomProbabilisticSampler") || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, extensions))
            return;
        if (call.TargetMethod.Name == "AddTraceBasedSampler" || DropsErrors(call))
            context.ReportDiagnostic(Diagnostic.Create(ObservabilityRules.SamplerDropsErrors.Descriptor, Sdk.Model.Operations.NameLocation(call), s_properties, call.TargetMethod.Name));
    }

    /// <summary>Without a level the share is taken of all levels; with one, of that level and those below. Rules that a delegate or the configuration sets are not seen.</summary>
    private static bool DropsErrors(IInvocationOperation call)
    {
        var probability = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "probability")?.Value;
        var level = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "level")?.Value;
        if (probability is null || level is null || probability.ConstantValue is { HasValue: true, Value: double and >= 1 })
            return false;
        while (level is IConversionOperation conversion)
            level = conversion.Operand;
        return level switch
        {
            IDefaultValueOperation => true,
            { ConstantValue: { HasValue: true, Value: var value } } => value is null or >= Error and < None,
            _ => false,
        };
    }
}
