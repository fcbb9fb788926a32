using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A consumer that never takes out of the queue what it has worked on.</summary>
internal sealed class SqsNeverDeleted : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2070",
        Key = "sqs-never-deleted",
        Title = "Received messages are never deleted",
        Message = "Nothing uses the receipt handles of these messages, so that each comes back when its visibility timeout is over; delete a message when it has been worked on",
        Why = "Receiving a message only hides it for a while. A consumer that deletes none works on each again and again, until the queue gives up and moves it to the dead-letter queue or drops it.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "When a message has been worked on, and which errors leave it in the queue, only the author knows.",
        References = new() { Links = ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["ReceiveMessage"], (run, context, call) =>
    {
        if (call.Service != "SQS" || IsRepeated(call.Invocation) is var isRepeated && isRepeated == false || MayPeek(call, run.Sdk))
            return;
        // Where the messages go is mostly settled in this body; who calls the method means binding other ones.
        var trail = new MessageTrail(context.ContainingSymbol.ContainingType);
        if (!trail.Leaves(call.Invocation) && trail.IsRead && !EmptiesQueue(call.Invocation) && (isRepeated == true || IsCalledInLoop(call.Invocation, context.ContainingSymbol)))
            SdkRun.Report(context, Rule, call.NameLocation);
    });

    // Visible again at once: who asks so only looks.
    private static bool MayPeek(OperationCall call, AwsSdk sdk)
    {
        if (call.Request(sdk) is null)
            return false;
        if (call.Facts(sdk) is not { } facts)
            return true;
        var timeouts = facts.Values("VisibilityTimeout");
        return timeouts.Count == 0 ? !facts.IsUnset("VisibilityTimeout") : timeouts.Any(t => t.IsConstant(0));
    }

    // Purged, or deleted with the queue itself.
    private static bool EmptiesQueue(IOperation call) =>
        call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<SimpleNameSyntax>().Any(n =>
            n.Identifier.ValueText.StartsWith("PurgeQueue", StringComparison.Ordinal) || n.Identifier.ValueText.StartsWith("DeleteQueue", StringComparison.Ordinal)) == true;

    /// <summary>Whether the loops around the call repeat it for as long as the program runs; null when there are none.</summary>
    private static bool? IsRepeated(IOperation call)
    {
        var loops = call.Ancestors().TakeWhile(a => a is not (IAnonymousFunctionOperation or ILocalFunctionOperation)).OfType<ILoopOperation>().ToList();
        return loops.Count == 0 ? null : loops.Any(IsEndless) && loops.All(l => l is IForEachLoopOperation || IsEndless(l));
    }

    /// <summary>True when such a loop of the same type calls the method.</summary>
    private static bool IsCalledInLoop(IInvocationOperation call, ISymbol containing)
    {
        if (containing is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || call.SemanticModel is not { } model || call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return false;
        // The loop has to call the method itself; what only somebody else repeats, nobody sees.
        foreach (var loop in type.DescendantNodes().Where(n => n is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax))
        {
            if (loop.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(i => IsNamed(i, method.Name) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(i).Symbol, method))
                && model.GetOperation(loop) is ILoopOperation operation && IsEndless(operation))
                return true;
        }

        return false;
    }

    private static bool IsNamed(InvocationExpressionSyntax call, string name) =>
        (call.Expression as IdentifierNameSyntax ?? (call.Expression as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == name;

    // A loop that ends by what it finds empties a queue, waits for one message or counts; only one that does not is a consumer.
    private static bool IsEndless(ILoopOperation loop)
    {
        var condition = loop switch
        {
            IWhileLoopOperation @while => @while.Condition,
            IForLoopOperation @for => @for.Condition,
            _ => loop,
        };
        if (condition == loop || (condition is not null && !IsLifetime(condition)))
            return false;
        foreach (var operation in loop.Body.Descendants())
        {
            if ((operation is IReturnOperation { Kind: OperationKind.Return } || (operation is IBranchOperation { BranchKind: BranchKind.Break } branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel)))
                && !IsShutdown(operation, loop))
                return false;
        }

        return true;
    }

    // true, !token.IsCancellationRequested, _running, !await timer...: not the messages.
    private static bool IsLifetime(IOperation condition) =>
        condition.ConstantValue is { HasValue: true, Value: true }
        || (!LoopShape.ComparesSize(condition) && condition.DescendantsAndSelf().All(o => o is not ILocalReferenceOperation { Type.Name: not ("CancellationToken" or "CancellationTokenSource" or "PeriodicTimer") }));

    private static bool IsShutdown(IOperation leaving, ILoopOperation loop)
    {
        var child = leaving;
        foreach (var ancestor in leaving.Ancestors())
        {
            if (ancestor == loop)
                return false;
            if (ancestor is ICatchClauseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
            if (ancestor is IConditionalOperation conditional && conditional.Condition != child && LoopShape.MentionsToken(conditional.Condition))
                return true;
            child = ancestor;
        }

        return false;
    }
}
