using System.ComponentModel;
using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>What is recorded about an invocation of a Lambda function.</summary>
/// <param name="requestId">The identifier of the invocation.</param>
/// <param name="trigger">The value of <c>faas.trigger</c>: <c>http</c>, <c>pubsub</c>, <c>datasource</c> or <c>other</c>.</param>
/// <param name="coldStart">Whether it is the first invocation of the process.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LambdaTags(string? requestId, string trigger, bool coldStart) : ITagSet
{
    /// <inheritdoc/>
    public int Count => requestId is null ? 2 : 3;

    /// <inheritdoc/>
    public int SpanCount => Count;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("faas.trigger", trigger),
        1 => new("faas.coldstart", TagValue.Of(coldStart)),
        2 => new("faas.invocation_id", requestId),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    /// <inheritdoc/>
    public void AddMetricTags(ref TagList tags)
    {
        tags.Add("faas.trigger", trigger);
        tags.Add("faas.coldstart", TagValue.Of(coldStart));
    }

    /// <inheritdoc/>
    public string? FormatMessage() => null;
}
