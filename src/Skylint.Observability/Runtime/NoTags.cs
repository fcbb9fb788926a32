using System.ComponentModel;
using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>The tags of a method of which no argument is recorded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoTags : ITagSet
{
    /// <inheritdoc/>
    public int Count => 0;

    /// <inheritdoc/>
    public int SpanCount => 0;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc/>
    public void AddMetricTags(ref TagList tags)
    {
    }

    /// <inheritdoc/>
    public string? FormatMessage() => null;
}
