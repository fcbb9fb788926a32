using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A loop that sends the same request again after an error, and leaves when it has succeeded.</summary>
internal sealed class RetryLoop
{
    private RetryLoop(OperationCall call, ILoopOperation loop)
    {
        Call = call;
        Loop = loop;
    }

    public OperationCall Call { get; }

    public ILoopOperation Loop { get; }

    /// <summary>The pause between two attempts, when it is a plain delay.</summary>
    public IInvocationOperation? Pause => LoopShape.PauseIn(Loop);

    /// <summary>Something in the loop waits, or may: a delay, or a helper whose name says so.</summary>
    public bool MayPause => Loop.Descendants().OfType<IInvocationOperation>().Any(c => IsPauseName(c.TargetMethod.Name));

    /// <summary>The variable that counts the attempts of a <c>for</c> loop; null when there is none.</summary>
    public ILocalSymbol? Counter => Loop is IForLoopOperation { Locals: { Length: 1 } locals } && locals[0].Type.SpecialType == SpecialType.System_Int32 ? locals[0] : null;

    /// <summary>The loop that a catch clause is the error branch of; null when it is none, or when the SDK could not do the same.</summary>
    public static RetryLoop? Of(ICatchClauseOperation clause, AwsSdk sdk)
    {
        if (clause.Parent is not ITryOperation @try || IsExpected(clause.ExceptionType) || (clause.Filter is { } filter && IsExpected(filter)))
            return null;
        if (Surroundings.LoopAround(@try) is not { } loop || loop is IForEachLoopOperation || !Repeats(clause.Handler))
            return null;
        // A pause in the body waits for a state and not for a better moment.
        if (LoopShape.PauseIn(@try.Body) is not null)
            return null;
        var invocations = @try.Body.Descendants().OfType<IInvocationOperation>().ToList();
        var calls = invocations.Select(i => OperationCall.Of(i, sdk)).Where(c => c is not null).ToList();
        // A pump asks again in any case, and so does a loop that has no way out after success.
        if (calls.Count != 1 || calls[0] is not { Name: not ("ReceiveMessage" or "GetRecords") } call || !EndsOnSuccess(@try) || DependsOnTurn(call.Invocation, loop))
            return null;
        // Who catches everything may be waiting for something else in the same block.
        if (sdk.KindOf(clause.ExceptionType) != SdkKind.Exception && @try.Body.Descendants().OfType<IAwaitOperation>().Count() > 1)
            return null;
        var use = call.Result;
        return use.IsAnyRead(m => m.StartsWith("Unprocessed", StringComparison.Ordinal) || m.StartsWith("Failed", StringComparison.Ordinal)) ? null : new RetryLoop(call, loop);
    }

    private static bool IsPauseName(string name) =>
        name is "Delay" or "Sleep" || name.Contains("Wait") || name.Contains("Delay") || name.Contains("Backoff") || name.Contains("BackOff") || name.Contains("Pause") || name.Contains("Sleep") || name.Contains("Retry");

    // Waiting for a resource to appear, and losing a race for one item, are reasons to try again that the SDK does not know.
    private static bool IsExpected(ITypeSymbol exception) =>
        exception.Name.Contains("NotFound") || exception.Name.Contains("NoSuch") || exception.Name.Contains("Conditional") || exception.Name.Contains("Conflict") || exception.Name.Contains("TransactionCanceled")
        || exception.Name.Contains("InUse") || exception.Name.Contains("NotReady") || exception.Name.Contains("Invalid") || exception.Name.Contains("AlreadyExists") || exception.Name.Contains("DeletedRecently") || exception.Name.Contains("AccessDenied");

    private static bool IsExpected(IOperation filter) => filter.DescendantsAndSelf().Any(o => o is IMemberReferenceOperation { Member.Name: "ErrorCode" or "Message" or "NotFound" or "Conflict" or "Forbidden" });

    private static bool Repeats(IBlockOperation handler) =>
        handler.Operations.LastOrDefault() is not (IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IBranchOperation { BranchKind: BranchKind.Break });

    private static bool EndsOnSuccess(ITryOperation @try)
    {
        if (LoopShape.Leaves(@try.Body))
            return true;
        return @try.Parent is IBlockOperation block && block.Operations.SkipWhile(o => o != @try).Skip(1).Any(o => o is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break });
    }

    // A loop over numbers that are part of the request is a loop over items.
    private static bool DependsOnTurn(IInvocationOperation call, ILoopOperation loop) =>
        loop is IForLoopOperation @for && call.Descendants().OfType<ILocalReferenceOperation>().Any(l => @for.Locals.Contains(l.Local, SymbolEqualityComparer.Default));
}
