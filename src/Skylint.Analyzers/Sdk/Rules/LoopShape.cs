using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Rules;

/// <summary>Small questions about loops that call a service.</summary>
internal static class LoopShape
{
    /// <summary>The pause in a loop: Task.Delay or Thread.Sleep; null when there is none.</summary>
    public static IInvocationOperation? PauseIn(IOperation loop) =>
        loop.Descendants().OfType<IInvocationOperation>().FirstOrDefault(c => c.TargetMethod is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" });

    /// <summary>True when control leaves the loop somewhere in an operation.</summary>
    public static bool Leaves(IOperation operation) =>
        operation.DescendantsAndSelf().Any(o => o is IReturnOperation { Kind: OperationKind.Return } or IBranchOperation { BranchKind: BranchKind.Break } or IThrowOperation);

    public static bool MentionsToken(IOperation operation) => operation.DescendantsAndSelf().Any(o => o.Type is { Name: "CancellationToken" or "CancellationTokenSource" } && o is not IDefaultValueOperation && !o.IsImplicit);

    /// <summary>True when a counter, a date or a stopwatch may end the loop: something is compared by size.</summary>
    public static bool ComparesSize(IOperation operation) => operation.DescendantsAndSelf().Any(o =>
        o is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } or IIncrementOrDecrementOperation);
}
