using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Observability;

/// <summary>SKY4009: a stopwatch around a whole method whose time goes into a log record, in a project that has the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObservedByHandAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, ObservabilityRules.ObservedByHand.Key);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObservabilityRules.ObservedByHand.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Skylint.Observability.ObservedAttribute") is not null
                && start.Compilation.GetTypeByMetadataName("System.Diagnostics.Stopwatch") is { } stopwatch
                && start.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LoggerExtensions") is { } logger
                && !TestCode.IsTestProject(start.Compilation))
                start.RegisterOperationAction(operation => Analyze(operation, stopwatch, logger), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol stopwatch, INamedTypeSymbol logger)
    {
        var start = (IInvocationOperation)context.Operation;
        if (start.TargetMethod.Name is not ("StartNew" or "GetTimestamp") || !SymbolEqualityComparer.Default.Equals(start.TargetMethod.ContainingType, stopwatch))
            return;

        // Only what measures the method from its beginning: a declaration among the statements of its body.
        if (context.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            || start.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var watch, Parent.Parent: IVariableDeclarationGroupOperation { Parent: IBlockOperation { Parent: null or IMethodBodyOperation } body } } })
            return;
        if (body.Descendants().OfType<IInvocationOperation>().Any(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, logger) && Times(call, watch)))
            context.ReportDiagnostic(Diagnostic.Create(ObservabilityRules.ObservedByHand.Descriptor, start.Syntax.GetLocation(), s_properties, method.Name));
    }

    private static bool Times(IInvocationOperation call, ILocalSymbol watch) =>
        call.Arguments.Any(argument => argument.DescendantsAndSelf().Any(o => o is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, watch)));
}
