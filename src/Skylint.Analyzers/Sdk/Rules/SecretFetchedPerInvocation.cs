using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A secret or parameter that is asked for anew each time.</summary>
internal sealed class SecretFetchedPerInvocation : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2024",
        Key = "secret-fetched-per-invocation",
        Title = "Secret or parameter is fetched for every call",
        Message = "'{0}' runs {1}; keep the value for a while, in a static field or a cache",
        Why = "Each call is billed, adds its latency to every request, and is throttled when traffic grows: parameters at 40 requests a second by default. Values that change rarely can be kept for minutes.",
        Category = Category.Cost,
        Level = Level.Info,
        NoFix = "How long a value may be kept, and where, depends on how it is rotated.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["GetSecretValue", "GetParameter", "GetParametersByPath"], (run, context, call) =>
    {
        if (IsConditional(call.Invocation) || IsKept(call.Invocation))
            return;
        var place = run.Surroundings.HandlerOf(call.Invocation, context.ContainingSymbol) switch
        {
            HandlerKind.Lambda => "in every invocation of the function",
            HandlerKind.Web => "for every web request",
            _ => null,
        };
        if (place is not null)
            SdkRun.Report(context, Rule, call.NameLocation, call.Name, place);
    });

    // if (_secret is null), _secret ??= ..., cache.GetOrCreateAsync(key, () => ...)
    private static bool IsConditional(IOperation call) => call.Ancestors().Any(a => a is IConditionalOperation or ICoalesceAssignmentOperation or ICoalesceOperation or IAnonymousFunctionOperation or ISwitchOperation or ILoopOperation);

    // What goes to a field is kept, whatever tells when to fetch it again.
    private static bool IsKept(IOperation call) => call.Root().Descendants().OfType<IAssignmentOperation>().Any(a => a.Target is IFieldReferenceOperation || (a.Target is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } }));
}
