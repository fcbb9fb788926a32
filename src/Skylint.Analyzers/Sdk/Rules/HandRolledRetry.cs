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
        Message = "'{0}' is retried by the SDK already, and this loop multiplies the attempts{1}; set 'MaxErrorRetry' or 'RetryMode' on the client instead",
        Why = "Each turn of the loop is itself several attempts with backoff, so three turns are nine requests or more to a service that is in trouble. The SDK also knows which errors are worth a retry, spreads its attempts with jitter, and stops when its budget is spent.",
        Category = Category.Reliability,
        Level = Level.Info,
        NoFix = "Which of the loop's effects besides the retry have to stay, only its author knows.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnCatch((run, context, clause) =>
    {
        if (RetryLoop.Of(clause, run.Sdk) is { Pause: { } pause } retry && !HasJitter(pause))
            SdkRun.Report(context, Rule, retry.Call.NameLocation, retry.Call.Name, IsConstant(pause) ? ", each time after the same pause" : string.Empty);
    });

    // Who waits for a random time has thought about the others that wait.
    private static bool HasJitter(IInvocationOperation pause) => pause.Descendants().Any(o => o.Type?.Name == "Random" || o is IInvocationOperation { TargetMethod.ContainingType.Name: "Random" or "RandomNumberGenerator" });

    private static bool IsConstant(IInvocationOperation pause) =>
        pause.Arguments.Length > 0 && (pause.Arguments[0].Value.ConstantValue.HasValue
            || pause.Arguments[0].Value.Unwrapped() is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "TimeSpan" }, Arguments: { Length: > 0 } span } && span.All(a => a.Value.ConstantValue.HasValue));
}
