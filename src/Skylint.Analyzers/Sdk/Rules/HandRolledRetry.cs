using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A retry loop of one's own around a call that the SDK retries already.</summary>
internal sealed class HandRolledRetry : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2018",
        Key = "hand-rolled-retry",
        Title = "Own retry loop around an SDK call",
        Message = "'{0}' is retried by the SDK already, and this loop multiplies the attempts; set 'MaxErrorRetry' or 'RetryMode' on the client instead",
        Why = "Each turn of the loop is itself several attempts with backoff, so three turns are nine requests or more to a service that is in trouble. The SDK also knows which errors are worth a retry, spreads its attempts with jitter, and stops when its budget is spent.",
        Category = Category.Reliability,
        Level = Level.Info,
        NoFix = "Which of the loop's effects besides the retry have to stay, only its author knows.",
    };

    public override bool IsQuietInTests => true;

    public override void Start(SdkRun run) => run.OnCatch((context, clause) =>
    {
        if (clause.Parent is not ITryOperation @try || IsExpected(clause.ExceptionType) || clause.Filter is { } filter && IsExpected(filter))
            return;
        if (Surroundings.LoopAround(@try) is not { } loop || loop is IForEachLoopOperation || !Repeats(clause.Handler) || LoopShape.PauseIn(loop) is null)
            return;
        var calls = @try.Body.Descendants().OfType<IInvocationOperation>().Select(i => OperationCall.Of(i, run.Sdk)).Where(c => c is not null).ToList();
        // A pump asks again in any case, and so does a loop that has no way out after success.
        if (calls.Count != 1 || calls[0]!.Name is "ReceiveMessage" or "GetRecords" || !EndsOnSuccess(@try, loop) || DependsOnTurn(calls[0]!.Invocation, loop))
            return;
        var use = ResultUse.Of(calls[0]!.Invocation);
        if (!use.IsAnyRead(m => m.StartsWith("Unprocessed", StringComparison.Ordinal) || m.StartsWith("Failed", StringComparison.Ordinal)))
            SdkRun.Report(context, Rule, calls[0]!.NameLocation, calls[0]!.Name);
    });

    // Waiting for a resource to appear, and losing a race for one item, are reasons to try again that the SDK does not know.
    private static bool IsExpected(ITypeSymbol exception) =>
        exception.Name.Contains("NotFound") || exception.Name.Contains("NoSuch") || exception.Name.Contains("Conditional") || exception.Name.Contains("Conflict") || exception.Name.Contains("TransactionCanceled")
        || exception.Name.Contains("InUse") || exception.Name.Contains("NotReady") || exception.Name.Contains("Invalid") || exception.Name.Contains("AlreadyExists") || exception.Name.Contains("DeletedRecently") || exception.Name.Contains("AccessDenied");

    private static bool IsExpected(IOperation filter) => filter.DescendantsAndSelf().Any(o => o is IMemberReferenceOperation { Member.Name: "ErrorCode" or "Message" or "NotFound" or "Conflict" or "Forbidden" });

    private static bool Repeats(IBlockOperation handler) =>
        handler.Operations.LastOrDefault() is not (IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IBranchOperation { BranchKind: BranchKind.Break });

    private static bool EndsOnSuccess(ITryOperation @try, ILoopOperation loop)
    {
        if (LoopShape.Leaves(@try.Body))
            return true;
        return @try.Parent is IBlockOperation block && block.Operations.SkipWhile(o => o != @try).Skip(1).Any(o => o is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break });
    }

    // A loop over numbers that are part of the request is a loop over items.
    private static bool DependsOnTurn(IInvocationOperation call, ILoopOperation loop) =>
        loop is IForLoopOperation @for && call.Descendants().OfType<ILocalReferenceOperation>().Any(l => @for.Locals.Contains(l.Local, SymbolEqualityComparer.Default));
}
