using Amazon.CDK.AWS.Logs;

namespace OrdersInfra;

/// <summary>What differs between the stages of the orders system.</summary>
public sealed record OrdersSettings
{
    public required string Stage { get; init; }

    public required RetentionDays LogRetention { get; init; }

    public int DatabaseStorageGib { get; init; } = 50;

    public bool IsProduction => Stage == "prod";

    public static OrdersSettings For(string stage) => stage switch
    {
        "prod" => new OrdersSettings { Stage = stage, LogRetention = RetentionDays.ONE_YEAR, DatabaseStorageGib = 200 },
        "test" => new OrdersSettings { Stage = stage, LogRetention = RetentionDays.TWO_WEEKS },
        _ => throw new ArgumentException($"There is no stage '{stage}'.", nameof(stage)),
    };
}
