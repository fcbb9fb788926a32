using Skylint.Catalog;
using Skylint.Sdk.Rules;

namespace Skylint.Sdk;

/// <summary>Every rule about the use of the AWS SDK for .NET.</summary>
internal static class SdkRules
{
    /// <summary>The rules with their code, in the order of their identifiers.</summary>
    public static IReadOnlyList<SdkRule> Coded { get; } =
    [
        new RetriesDisabled(),
        new LegacyRetryMode(),
        new ExcessiveRetries(),
        new InsecureEndpoint(),
        new PublicAcl(),
        new PublicAccessBlockWeakened(),
        new UnpaginatedList(),
        new BatchPartialFailureIgnored(),
        new LambdaInvokeFunctionError(),
        new StreamResponseNotDisposed(),
        new ClientCreatedPerCall(),
        new SyncOverAsync(),
        new ServiceUrlRegionConflict(),
        new SqsShortPolling(),
        new NullCollectionRead(),
        new NullCollectionWrite(),
    ];

    public static IReadOnlyList<Rule> All { get; } = [.. Coded.Select(c => c.Rule)];
}
