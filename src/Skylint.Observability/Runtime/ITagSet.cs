using System.ComponentModel;
using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>The arguments of one call that are recorded. Generated code implements it with a structure for each method, so that no argument is boxed before somebody reads it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITagSet
{
    /// <summary>How many fields the log record has.</summary>
    int Count { get; }

    /// <summary>How many of the fields, counted from the first, are on the span as well.</summary>
    int SpanCount { get; }

    /// <summary>A field.</summary>
    /// <param name="index">Its position, from 0.</param>
    KeyValuePair<string, object?> this[int index] { get; }

    /// <summary>Adds the fields that are on the metric, each from a bounded set of values.</summary>
    /// <param name="tags">The list to add to.</param>
    void AddMetricTags(ref TagList tags);

    /// <summary>The message of the successful call; null when the operation's own message will do.</summary>
    string? FormatMessage();
}
