namespace OrdersService;

/// <summary>Where the service finds its resources.</summary>
public sealed class OrdersOptions
{
    public string Table { get; set; } = "";

    public string DocumentBucket { get; set; } = "";

    public string PlacedQueueUrl { get; set; } = "";

    public string MailQueueUrl { get; set; } = "";
}
