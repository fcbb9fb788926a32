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
        new RetryStacking(),
        new HttpCallWithoutResilience(),
        new RetryWithoutBackoff(),
        new S3NoTimeout(),
        new HardcodedRegion(),
        new ThrowawayStatusCheck(),
        new LambdaPartialBatch(),
        new LambdaHandlerAsyncVoid(),
        new LambdaStaticState(),
        new LambdaInvokesLambda(),
        new SqsDeleteBeforeProcessing(),
        new PaginatorReused(),
        new BatchSizeLimit(),
        new SearchFirstSetOnly(),
        new LimitWithFilter(),
        new ItemMayBeMissing(),
        new SingleCallsInLoop(),
        new S3ListV1(),
        new S3Existence(),
        new S3NonSeekableUpload(),
        new MultipartNotAborted(),
        new WildcardPolicy(),
        new OpenSecurityGroup(),
        new PubliclyAccessible(),
        new SecureStringNotDecrypted(),
        new SecretStoredAsString(),
        new ResponseLogging(),
        new IntegrityProtectionDisabled(),
        new QueueNameAsUrl(),
        new FifoWithoutGroup(),
        new MetricNamespaceReserved(),
        new LogGroupWithoutRetention(),
        new InjectedClientDisposed(),
        new StsGlobalEndpoint(),
        new UntrustedImage(),
        new MetricsInRequestPath(),
        new KeyDeletionWindow(),
        new AccessKeyCreated(),
        new V4Migration(),
    ];

    /// <summary>What the rules want to see.</summary>
    public static SdkSubscriptions Subscriptions { get; } = new(Coded);

    public static IReadOnlyList<Rule> All { get; } = [.. Coded.Select(c => c.Rule)];
}
