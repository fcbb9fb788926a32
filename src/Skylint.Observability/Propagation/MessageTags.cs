using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>What is recorded about the processing of a message, under OpenTelemetry's messaging conventions.</summary>
internal readonly struct MessageTags(string system, string? destination, string? messageId) : ITagSet
{
    public int Count => 2 + (destination is null ? 0 : 1) + (messageId is null ? 0 : 1);

    public int SpanCount => Count;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("messaging.system", system),
        1 => new("messaging.operation.type", "process"),
        2 when destination is not null => new("messaging.destination.name", destination),
        _ => new("messaging.message.id", messageId),
    };

    public void AddMetricTags(ref TagList tags)
    {
        tags.Add("messaging.system", system);
        if (destination is not null)
            tags.Add("messaging.destination.name", destination);
    }

    public string? FormatMessage() => null;
}
