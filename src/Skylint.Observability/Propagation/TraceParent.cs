using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>The W3C trace context as text.</summary>
public static class TraceParent
{
    /// <summary><c>traceparent</c>.</summary>
    public const string Name = "traceparent";

    /// <summary><c>tracestate</c>.</summary>
    public const string StateName = "tracestate";

    /// <summary>Writes a context as a <c>traceparent</c>.</summary>
    /// <param name="context">The context.</param>
    /// <returns>55 characters: <c>00-{trace}-{span}-{flags}</c>.</returns>
    public static string Format(ActivityContext context) =>
        string.Concat("00-", context.TraceId.ToHexString(), "-", context.SpanId.ToHexString()) + ((context.TraceFlags & ActivityTraceFlags.Recorded) != 0 ? "-01" : "-00");

    /// <summary>Reads a <c>traceparent</c>.</summary>
    /// <param name="traceParent">The text; null is no context.</param>
    /// <param name="traceState">The <c>tracestate</c> beside it, if any.</param>
    /// <param name="context">The remote context.</param>
    /// <returns>False when there is no valid context; <paramref name="context"/> is then the default.</returns>
    public static bool TryParse(string? traceParent, string? traceState, out ActivityContext context) =>
        ActivityContext.TryParse(traceParent, traceState, isRemote: true, out context);
}
