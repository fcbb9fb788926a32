using System.ComponentModel;
using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>Reads a trace context from the headers of an HTTP request, or from what else carries it as text by name. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TraceHeaders
{
    /// <summary>The context of <c>traceparent</c> and <c>tracestate</c>, in any spelling of their letters; the default value when there is none.</summary>
    /// <param name="headers">The headers; null counts as none.</param>
    public static ActivityContext Extract(IEnumerable<KeyValuePair<string, string>>? headers)
    {
        string? parent = null;
        string? state = null;
        foreach (var header in headers ?? [])
        {
            if (string.Equals(header.Key, TraceParent.Name, StringComparison.OrdinalIgnoreCase))
                parent = header.Value;
            else if (string.Equals(header.Key, TraceParent.StateName, StringComparison.OrdinalIgnoreCase))
                state = header.Value;
        }

        return TraceParent.TryParse(parent, state, out var context) ? context : default;
    }
}
