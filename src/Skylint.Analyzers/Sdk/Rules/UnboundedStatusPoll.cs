using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A wait for a state that may never come.</summary>
internal sealed class UnboundedStatusPoll : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2019",
        Key = "unbounded-status-poll",
        Title = "Wait for a status has no end",
        Message = "The loop asks '{0}' until the state it wants has come, with no deadline and no cancellation; give it one",
        Why = "A resource that fails to become ready leaves the loop asking for ever, and pays for each request. Nobody can stop it but by killing the process.",
        Category = Category.Reliability,
        Level = Level.Info,
        NoFix = "How long to wait, and what to do when it was in vain, only the author can say.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation((run, context, call) =>
    {
        if (!IsQuestion(call.Name) || Surroundings.LoopAround(call.Invocation) is not IWhileLoopOperation loop || LoopShape.PauseIn(loop) is null)
            return;
        if (LoopShape.MentionsToken(loop) || LoopShape.ComparesSize(loop) || run.Surroundings.HandlerOf(call.Invocation, context.ContainingSymbol) == HandlerKind.Lambda)
            return;
        // A loop without a way out is a pump or a schedule, not a wait.
        var endless = loop.Condition is null || loop.Condition.ConstantValue is { HasValue: true, Value: true };
        if (endless && !LoopShape.Leaves(loop.Body))
            return;
        var use = call.Result;
        if (!use.Escapes && !use.IsIgnored && !use.IsAnyRead(m => m.EndsWith("Token", StringComparison.Ordinal) || m.EndsWith("Marker", StringComparison.Ordinal) || m.StartsWith("LastEvaluated", StringComparison.Ordinal)))
            SdkRun.Report(context, Rule, call.NameLocation, call.Name);
    });

    private static bool IsQuestion(string operation) =>
        operation.StartsWith("Describe", StringComparison.Ordinal) || operation.StartsWith("Head", StringComparison.Ordinal)
        || (operation.StartsWith("Get", StringComparison.Ordinal) && operation is not ("GetRecords" or "GetObject" or "GetShardIterator"));
}
