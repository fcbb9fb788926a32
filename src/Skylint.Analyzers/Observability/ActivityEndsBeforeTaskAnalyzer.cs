using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Observability;

/// <summary>SKY4002: a <c>using</c> of a started activity in a function that is not async and returns somebody else's task from inside it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ActivityEndsBeforeTaskAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, ObservabilityRules.ActivityEndsBeforeTask.Key);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObservabilityRules.ActivityEndsBeforeTask.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("System.Diagnostics.ActivitySource") is not { } source)
                return;
            var tasks = new[] { "Task", "Task`1", "ValueTask", "ValueTask`1" }
                .Select(name => start.Compilation.GetTypeByMetadataName("System.Threading.Tasks." + name))
                .Where(type => type is not null)
                .ToImmutableHashSet<ISymbol?>(SymbolEqualityComparer.Default);
            start.RegisterOperationAction(operation => Analyze(operation, source, tasks), OperationKind.Using, OperationKind.UsingDeclaration);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol source, ImmutableHashSet<ISymbol?> tasks)
    {
        var resources = context.Operation is IUsingOperation statement ? statement.Resources : ((IUsingDeclarationOperation)context.Operation).DeclarationGroup;
        if (Started(resources, source) is not { } started || Function(context) is not { IsAsync: false } function || !tasks.Contains(function.ReturnType.OriginalDefinition))
            return;
        if (Scope(context.Operation).Any(operation => ReturnsRunningTask(operation, tasks)))
            context.ReportDiagnostic(Diagnostic.Create(ObservabilityRules.ActivityEndsBeforeTask.Descriptor, started.Syntax.GetLocation(), s_properties));
    }

    private static IInvocationOperation? Started(IOperation resources, INamedTypeSymbol source) => resources switch
    {
        IInvocationOperation { TargetMethod.Name: "StartActivity" } call when SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, source) => call,
        IConversionOperation conversion => Started(conversion.Operand, source),
        IVariableDeclarationGroupOperation group => group.Declarations
            .SelectMany(declaration => declaration.Declarators)
            .Select(declarator => declarator.GetVariableInitializer()?.Value)
            .Select(value => value is null ? null : Started(value, source))
            .FirstOrDefault(call => call is not null),
        _ => null,
    };

    private static IMethodSymbol? Function(OperationAnalysisContext context)
    {
        for (var operation = context.Operation.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation lambda)
                return lambda.Symbol;
            if (operation is ILocalFunctionOperation local)
                return local.Symbol;
        }

        return context.ContainingSymbol as IMethodSymbol;
    }

    /// <summary>What runs while the resource is held: the body, or what follows the declaration in its block. Nested functions return from themselves.</summary>
    private static IEnumerable<IOperation> Scope(IOperation operation)
    {
        IEnumerable<IOperation> roots = operation switch
        {
            IUsingOperation statement => [statement.Body],
            { Parent: IBlockOperation block } => block.Operations.Where(o => o.Syntax.SpanStart > operation.Syntax.SpanStart),
            _ => [],
        };
        var pending = new Stack<IOperation>(roots);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            yield return next;
            if (next is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            foreach (var child in next.ChildOperations)
                pending.Push(child);
        }
    }

    private static bool ReturnsRunningTask(IOperation operation, ImmutableHashSet<ISymbol?> tasks) =>
        operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } && MayRun(value, tasks);

    /// <summary>Only a call's result is known to be work; whatever else a task comes from may long be complete. The factories of complete tasks are calls too.</summary>
    private static bool MayRun(IOperation value, ImmutableHashSet<ISymbol?> tasks) => value switch
    {
        IConversionOperation { Operand: { } operand } => MayRun(operand, tasks),
        IInvocationOperation { TargetMethod: var method } => tasks.Contains(method.ReturnType.OriginalDefinition)
            && !(method.IsStatic && method.Name.StartsWith("From", StringComparison.Ordinal) && method.ContainingType.Name is "Task" or "ValueTask"),
        IConditionalOperation { WhenFalse: { } whenFalse } choice => MayRun(choice.WhenTrue, tasks) || MayRun(whenFalse, tasks),
        _ => false,
    };
}
