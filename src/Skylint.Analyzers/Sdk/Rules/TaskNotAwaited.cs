using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A call that nobody waits for.</summary>
internal sealed class TaskNotAwaited : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2022",
        Key = "lambda-async-void",
        Title = "Nobody waits for an SDK call",
        Message = "Nobody waits for '{0}'{1}; await it",
        Why = "An error of the call is lost, and so is the call itself when the process ends first. In a Lambda function it is frozen with the environment when the handler returns, and finishes at some later invocation or never.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Awaits the call, where the method is asynchronous.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation((run, context, call) =>
    {
        if (!call.IsAsync)
            return;
        var handler = run.Surroundings.HandlerOf(call.Invocation, context.ContainingSymbol) == HandlerKind.Lambda;
        if (IsDropped(call.Invocation, handler))
            SdkRun.Report(context, Rule, call.NameLocation, call.Name, handler ? ", and the function is frozen when the handler returns" : string.Empty);
    });

    private static bool IsDropped(IOperation task, bool handler)
    {
        while (task.Parent is IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            task = task.Parent;
        return task.Parent switch
        {
            IExpressionStatementOperation => true,
            // A discard says that it is meant, which in a handler does not help.
            ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation } => handler,
            _ => false,
        };
    }
}
