namespace OrdersService;

/// <summary>Where the service finds its resources, and what part of it this process is.</summary>
public sealed class OrdersOptions
{
    /// <summary>The parts that this process plays, separated by commas: <c>api</c>, <c>ledger</c>, <c>shipping</c>, <c>mail</c>; empty for all.</summary>
    public string Roles { get; set; } = "";

    public string Table { get; set; } = "";

    public string DocumentBucket { get; set; } = "";

    public string PlacedQueueUrl { get; set; } = "";

    public string ShippingQueueUrl { get; set; } = "";

    public string MailQueueUrl { get; set; } = "";

    public string PlacedTopicArn { get; set; } = "";

    /// <summary>The share of traces whose successful calls are logged; null leaves it to the assembly's attribute.</summary>
    public double? SuccessLogRatio { get; set; }

    public bool Plays(string role) => Roles.Length == 0 || Roles.Split(',').Contains(role);
}
