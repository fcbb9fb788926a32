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
        new CountSinglePage(),
        new HandRolledRetry(),
        new UnboundedStatusPoll(),
        new ErrorMessageParsing(),
        new SwallowedSdkException(),
        new TaskNotAwaited(),
        new ImplicitDescribeTable(),
        new SecretFetchedPerInvocation(),
        new ScanInRequestPath(),
        new PresignedUrlLifetime(),
        new PresignedUrlKindOrHttp(),
        new RuntimeResourceUnencrypted(),
        new RuntimeResourceUntagged(),
        new ClientLifetime(),
    ];

    public static IReadOnlyList<Rule> All { get; } = [.. Coded.Select(c => c.Rule)];
}
