using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

/// <summary>Where the client sends its requests.</summary>
public sealed class AmazonSimpleNotificationServiceConfig
{
    /// <summary>The endpoint; null for that of the region.</summary>
    public string? ServiceURL { get; set; }

    /// <summary>The region that requests are signed for; null for the environment's.</summary>
    public RegionEndpoint? RegionEndpoint { get; set; }

    /// <summary>Makes the HTTP client; null for the usual one.</summary>
    public HttpClientFactory? HttpClientFactory { get; set; }
}
