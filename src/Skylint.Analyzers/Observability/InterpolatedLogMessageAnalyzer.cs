using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Observability;

/// <summary>SKY4001: a log message that is an interpolated string with values in it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InterpolatedLogMessageAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, ObservabilityRules.InterpolatedLogMessage.Key);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObservabilityRules.InterpolatedLogMessage.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LoggerExtensions") is { } extensions)
                start.RegisterOperationAction(operation => Analyze(operation, extensions), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol extensions)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, extensions))
            return;
        foreach (var argument in call.Arguments)
        {
            // A constant text in a hole bakes nothing in that varies; such a message is still one message.
            if (argument.Parameter?.Name is "message" or "messageFormat"
                && argument.Value is IInterpolatedStringOperation { ConstantValue.HasValue: false } text
                && text.Parts.OfType<IInterpolationOperation>().Any(part => !part.Expression.ConstantValue.HasValue))
            {
                context.ReportDiagnostic(Diagnostic.Create(ObservabilityRules.InterpolatedLogMessage.Descriptor, text.Syntax.GetLocation(), s_properties));
                return;
            }
        }
    }
}
