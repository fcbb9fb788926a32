using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Observability;

/// <summary>SKY4003: a catch block that hands its exception to a logger and to the activity.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionRecordedTwiceAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, ObservabilityRules.ExceptionRecordedTwice.Key);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObservabilityRules.ExceptionRecordedTwice.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("System.Diagnostics.Activity") is { } activity && start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LoggerExtensions") is { } logger)
                start.RegisterOperationAction(operation => Analyze(operation, activity, logger), OperationKind.CatchClause);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol activity, INamedTypeSymbol logger)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (clause.ExceptionDeclarationOrExpression is not IVariableDeclaratorOperation { Symbol: var exception })
            return;
        var recorded = new List<IInvocationOperation>();
        var logged = false;
        foreach (var call in clause.Handler.Descendants().OfType<IInvocationOperation>())
        {
            if (!call.Arguments.Any(argument => IsReference(argument.Value, exception)))
                continue;
            if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, logger))
                logged = true;
            else if (Records(call.TargetMethod, activity))
                recorded.Add(call);
        }

        if (!logged)
            return;
        foreach (var call in recorded)
            context.ReportDiagnostic(Diagnostic.Create(ObservabilityRules.ExceptionRecordedTwice.Descriptor, call.Syntax.GetLocation(), s_properties, exception.Name));
    }

    /// <summary>The method of .NET 9, or the extension that OpenTelemetry offered before.</summary>
    private static bool Records(IMethodSymbol method, INamedTypeSymbol activity) => method.Name switch
    {
        "AddException" => SymbolEqualityComparer.Default.Equals(method.ContainingType, activity),
        "RecordException" => method.IsExtensionMethod && SymbolEqualityComparer.Default.Equals((method.ReducedFrom ?? method).Parameters[0].Type, activity),
        _ => false,
    };

    private static bool IsReference(IOperation value, ILocalSymbol exception) => value switch
    {
        ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, exception),
        IConversionOperation conversion => IsReference(conversion.Operand, exception),
        _ => false,
    };
}
