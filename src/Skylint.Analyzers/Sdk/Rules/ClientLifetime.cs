using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Sdk.Rules;

/// <summary>A client that the container makes anew for every consumer or scope.</summary>
internal sealed class ClientLifetime : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2030",
        Key = "client-di-lifetime",
        Title = "Client is registered with a short lifetime",
        Message = "'{0}' makes a new '{1}' {2}; register it as a singleton",
        Why = "Clients are thread-safe and meant to be shared. Made anew each time, each pays for its credentials, its endpoint and its pipeline, and is disposed of before its connections are of use to anyone else.",
        Category = Category.Performance,
        Level = Level.Info,
        FixSummary = "Registers the client as a singleton.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to)
    {
        foreach (var method in new[] { "AddTransient", "AddScoped", "TryAddTransient", "TryAddScoped" })
        {
            to.OnInvocation(method, (run, context, call) =>
            {
                if (call.TargetMethod is not { IsExtensionMethod: true, TypeArguments: { Length: > 0 } types } || !run.Sdk.IsClient(types[0]))
                    return;
                // A factory may give each scope credentials of its own: the tenant's.
                if (method.EndsWith("Scoped", StringComparison.Ordinal) && call.Descendants().Any(o => o is IAnonymousFunctionOperation or IMethodReferenceOperation))
                    return;
                SdkRun.Report(context, Rule, Model.Operations.NameLocation(call), method.Replace("Transient", "Singleton").Replace("Scoped", "Singleton"), [method, types[0].Name, method.EndsWith("Scoped", StringComparison.Ordinal) ? "for every request" : "for every consumer"]);
            });
        }
    }
}
