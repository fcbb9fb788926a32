using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>An HTTP client that is registered without retries and time-outs.</summary>
internal sealed class HttpCallWithoutResilience : SdkRule
{
    private static readonly HashSet<string> s_neutral = new(StringComparer.Ordinal)
    {
        "ConfigureHttpClient", "ConfigurePrimaryHttpMessageHandler", "ConfigureHttpMessageHandlerBuilder", "SetHandlerLifetime", "AddTypedClient", "RedactLoggedHeaders", "UseSocketsHttpHandler", "AddAsKeyed", "RemoveAllLoggers",
    };

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2032",
        Key = "http-call-without-resilience",
        Title = "HTTP client has no resilience handler",
        Message = "This HTTP client neither retries nor gives up in time: one dropped connection is an error, one slow server holds the caller for 100 seconds; add 'AddStandardResilienceHandler()'",
        Why = "AWS clients retry with backoff on their own, plain HTTP clients do not. A resilience handler adds retries with jitter, a time-out for each attempt and for the whole, and a circuit breaker.",
        Category = Category.Reliability,
        Level = Level.Info,
        FixSummary = "Adds the standard resilience handler, where Microsoft.Extensions.Http.Resilience is referenced.",
        References = new() { Links = ["https://learn.microsoft.com/dotnet/core/resilience/http-resilience"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnInvocation("AddHttpClient", (run, context, call) =>
    {
        if (call.Type is not { Name: "IHttpClientBuilder" } builder || IsLocal(call) || MayTakeLong(call) || MayBeResilient(call, builder, BodyIndex.Of(call)))
            return;
        // Defaults for all clients, written here or brought by the service defaults of Aspire.
        if (!run.SourceMentions("ConfigureHttpClientDefaults") && !run.SourceMentions("AddServiceDefaults"))
            SdkRun.Report(context, Rule, call.NameLocation());
    });

    /// <summary>True when something in the chain adds a handler, or takes the builder where the code does not show what becomes of it.</summary>
    private static bool MayBeResilient(IOperation builder, ITypeSymbol type, BodyIndex index)
    {
        while (true)
        {
            while (builder.Parent is IConversionOperation or IParenthesizedOperation)
                builder = builder.Parent;
            switch (builder.Parent)
            {
                case IExpressionStatementOperation:
                    return false;
                case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } next }:
                    if (!s_neutral.Contains(next.TargetMethod.Name))
                        return true;
                    builder = next;
                    continue;
                // builder.Services goes back to the other registrations.
                case IPropertyReferenceOperation { Property.Name: "Services" }:
                    return false;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return index.References(declarator.Symbol).Any(reference => MayBeResilient(reference, type, index));
                default:
                    return true;
            }
        }
    }

    // The standard handler gives up after 30 seconds in all, which is too soon for a client that is meant to wait longer.
    private static bool MayTakeLong(IInvocationOperation call)
    {
        IOperation chain = call;
        while (chain.Parent is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation next })
            chain = next;
        return chain.DescendantsAndSelf().Any(o => o is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Timeout", ContainingType.Name: "HttpClient" } } } timeout && !IsShort(timeout.Value.Unwrapped()));
    }

    private static bool IsShort(IOperation time) =>
        time is IInvocationOperation { TargetMethod: { Name: var unit, ContainingType.Name: "TimeSpan" }, Arguments: { Length: > 0 } arguments }
        && (unit == "FromMilliseconds" || (unit == "FromSeconds" && arguments[0].Value.Unwrapped().ConstantValue is { HasValue: true, Value: IConvertible seconds } && seconds.ToDouble(CultureInfo.InvariantCulture) <= 30));

    // This machine, and the metadata endpoints of instances and containers.
    private static bool IsLocal(IInvocationOperation call) =>
        call.Descendants().Any(o => o.ConstantValue is { HasValue: true, Value: string text } && (text.Contains("localhost") || text.Contains("127.0.0.1") || text.Contains("169.254.") || text.Contains("Metadata")));
}
