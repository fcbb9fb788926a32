using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A queue that is asked again and again without waiting for a message.</summary>
internal sealed class SqsShortPolling : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2014",
        Key = "sqs-short-polling",
        Title = "Queue is polled without waiting",
        Message = "'ReceiveMessage' in a loop without 'WaitTimeSeconds' asks an empty queue again and again; wait up to 20 seconds for a message",
        Why = "Short polling pays for every empty answer, and asks only some of the servers that hold the queue, so that it misses messages that are there. Long polling asks all of them and answers as soon as a message arrives.",
        Category = Category.Cost,
        Level = Level.Warning,
        FixSummary = "Sets WaitTimeSeconds to 20.",
        References = new() { Links = ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["ReceiveMessage"], (run, context, call) =>
    {
        if (call.Service != "SQS" || Surroundings.LoopAround(call.Invocation) is not { } loop || EndsWhenEmpty(call, loop))
            return;
        if (call.Request(run.Sdk) is { } request)
        {
            if (call.Facts(run.Sdk) is not { } facts)
                return;
            var waits = facts.Values("WaitTimeSeconds");
            if (waits.Count == 0 ? !facts.IsUnset("WaitTimeSeconds") : !waits.All(w => w.IsConstant(0)))
                return;
            if (!run.SourceMentions("ReceiveMessageWaitTimeSeconds"))
                SdkRun.Report(context, Rule, call.NameLocation, null, [], facts.Creation.Syntax.GetLocation());
        }
        else if (!run.SourceMentions("ReceiveMessageWaitTimeSeconds"))
        {
            SdkRun.Report(context, Rule, call.NameLocation);
        }
    });

    // Whoever empties a queue stops at the first answer without messages, and does not ask again.
    private static bool EndsWhenEmpty(OperationCall call, ILoopOperation loop)
    {
        foreach (var read in call.Result.Reads.Where(r => r.Property.Name == "Messages"))
        {
            if (Ends(read, loop))
                return true;
            IOperation at = read;
            while (at.Parent is IConversionOperation or ICoalesceOperation)
                at = at.Parent;
            if (at.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } && BodyIndex.Of(read).References(declarator.Symbol).Any(reference => Ends(reference, loop)))
                return true;
        }

        return false;
    }

    // if (response.Messages.Count == 0) break; or do { ... } while (response.Messages.Count > 0);
    private static bool Ends(IOperation messages, ILoopOperation loop)
    {
        var child = messages;
        foreach (var ancestor in messages.Ancestors())
        {
            switch (ancestor)
            {
                case IConditionalOperation conditional when conditional.Condition == child:
                    return Leaves(conditional.WhenTrue) || Leaves(conditional.WhenFalse);
                case IWhileLoopOperation { Condition: { } condition } @while when @while == loop:
                    return condition == child;
                case ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
            }

            child = ancestor;
        }

        return false;
    }

    private static bool Leaves(IOperation? branch) => branch switch
    {
        IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break } => true,
        IBlockOperation { Operations: { Length: > 0 } operations } => Leaves(operations[operations.Length - 1]),
        _ => false,
    };
}
