using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>As many requests at the same time as a list happens to be long.</summary>
internal sealed class UnboundedParallel : SdkRule
{
    /// <summary>A setting that limits the connections of a client, and so the requests in flight.</summary>
    public const string ConnectionLimit = "MaxConnectionsPerServer";

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2071",
        Key = "query-n-plus-one-unbounded-parallel",
        Title = "As many requests at once as there are items",
        Message = "One '{0}' for each item is sent at the same time, however many there are; limit them, with 'Parallel.ForEachAsync' or in chunks",
        Why = "A few items are quick, a few thousand are throttled, use up the connections and the retries of the whole process, and fail together. How many there are is decided by whoever fills the list.",
        Category = Category.Reliability,
        Level = Level.Info,
        FixSummary = "Uses Parallel.ForEachAsync, where nobody needs the results.",
        References = new() { Links = ["https://learn.microsoft.com/dotnet/api/system.threading.tasks.parallel.foreachasync"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnInvocation("WhenAll", (run, context, call) =>
    {
        if (!AwsSdk.IsNamed(call.TargetMethod.ContainingType, "System.Threading.Tasks", "Task") || call.Arguments.Length != 1)
            return;
        if (FanOut.Of(call) is not { } fan || !SourceSize.IsOpen(fan.Source) || fan.RequestOf(run.Sdk) is not { } request || fan.IsThrottled(request) || run.SourceMentions(ConnectionLimit))
            return;
        SdkRun.Report(context, Rule, call.NameLocation(), request.Name);
    });
}
