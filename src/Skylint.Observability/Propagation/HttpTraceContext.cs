using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>
/// Carries the trace context in the headers of HTTP requests that the framework leaves alone: those of .NET Framework, and those that go through a handler of one's own.
/// Where <c>HttpClient</c> adds a context itself, it leaves one that is there already as it is.
/// </summary>
public static class HttpTraceContext
{
    private const string XRayHeader = "X-Amzn-Trace-Id";

    /// <summary>Puts the current trace context into the request, in place of one that it carries: <c>traceparent</c>, <c>tracestate</c>, and the X-Ray header that AWS services read.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The same request.</returns>
    public static HttpRequestMessage InjectTraceContext(this HttpRequestMessage request)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        var context = OutgoingContext.Current;
        Set(request, TraceParent.Name, context.TraceParent);
        Set(request, TraceParent.StateName, context.TraceState);
        Set(request, XRayHeader, context.XRay);
        return request;
    }

    /// <summary>The context that a request carries, W3C's before X-Ray's; the default value when it carries none.</summary>
    /// <param name="request">The request.</param>
    public static ActivityContext ExtractTraceContext(this HttpRequestMessage request)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        if (TraceParent.TryParse(Get(request, TraceParent.Name), Get(request, TraceParent.StateName), out var context))
            return context;
        XRayTraceHeader.TryParse(Get(request, XRayHeader), out context);
        return context;
    }

    private static void Set(HttpRequestMessage request, string name, string? value)
    {
        request.Headers.Remove(name);
        if (value is not null)
            request.Headers.TryAddWithoutValidation(name, value);
    }

    private static string? Get(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
