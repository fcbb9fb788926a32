namespace Skylint.EndToEnd.Otlp;

/// <summary>A span as a collector receives it.</summary>
/// <param name="Service">The <c>service.name</c> of the process.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind: <c>internal</c>, <c>server</c>, <c>client</c>, <c>producer</c> or <c>consumer</c>.</param>
/// <param name="TraceId">The trace, in lowercase hexadecimal.</param>
/// <param name="SpanId">The span, in lowercase hexadecimal.</param>
/// <param name="ParentId">The parent; empty for none.</param>
/// <param name="StartNanoseconds">The start, in nanoseconds since 1970.</param>
/// <param name="EndNanoseconds">The end, in nanoseconds since 1970.</param>
/// <param name="IsError">Whether the status is Error.</param>
/// <param name="Tags">The attributes.</param>
/// <param name="Links">The linked spans, as <c>trace:span</c>.</param>
public sealed record Span(
    string Service,
    string Name,
    string Kind,
    string TraceId,
    string SpanId,
    string ParentId,
    ulong StartNanoseconds,
    ulong EndNanoseconds,
    bool IsError,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> Links);
