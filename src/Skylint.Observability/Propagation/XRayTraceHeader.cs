using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>
/// The trace header of AWS X-Ray, as in <c>X-Amzn-Trace-Id</c>, <c>_X_AMZN_TRACE_ID</c> and the <c>AWSTraceHeader</c> attribute of SQS:
/// <c>Root=1-{8 digits of time}-{24 digits};Parent={16 digits};Sampled={0 or 1}</c>.
/// </summary>
public static class XRayTraceHeader
{
    /// <summary><c>AWSTraceHeader</c>: the system attribute of SQS messages.</summary>
    public const string SqsAttribute = "AWSTraceHeader";

    /// <summary>Writes a context as an X-Ray header.</summary>
    /// <param name="context">The context.</param>
    public static string Format(ActivityContext context)
    {
        var trace = context.TraceId.ToHexString();
        return string.Concat("Root=1-", trace.Substring(0, 8), "-", trace.Substring(8))
            + string.Concat(";Parent=", context.SpanId.ToHexString(), (context.TraceFlags & ActivityTraceFlags.Recorded) != 0 ? ";Sampled=1" : ";Sampled=0");
    }

    /// <summary>Reads an X-Ray header. The parts may come in any order; unknown parts such as <c>Self</c> and <c>Lineage</c> are passed over.</summary>
    /// <param name="header">The text; null is no context.</param>
    /// <param name="context">The remote context.</param>
    /// <returns>False when there is no valid root and parent; <paramref name="context"/> is then the default.</returns>
    public static bool TryParse(string? header, out ActivityContext context)
    {
        context = default;
        if (header is null)
            return false;
        ActivityTraceId trace = default;
        ActivitySpanId span = default;
        var flags = ActivityTraceFlags.None;
        Span<char> id = stackalloc char[32];
        var rest = header.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(';');
            var part = (end < 0 ? rest : rest.Slice(0, end)).Trim();
            rest = end < 0 ? default : rest.Slice(end + 1);
            if (part.StartsWith("Root=".AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                var root = part.Slice(5);
                if (root.Length != 35 || root[0] != '1' || root[1] != '-' || root[10] != '-')
                    return false;
                root.Slice(2, 8).CopyTo(id);
                root.Slice(11).CopyTo(id.Slice(8));
                if (!TryLowerHex(id))
                    return false;
                trace = ActivityTraceId.CreateFromString(id);
            }
            else if (part.StartsWith("Parent=".AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                if (part.Length != 23)
                    return false;
                part.Slice(7).CopyTo(id);
                if (!TryLowerHex(id.Slice(0, 16)))
                    return false;
                span = ActivitySpanId.CreateFromString(id.Slice(0, 16));
            }
            else if (part.Equals("Sampled=1".AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                flags = ActivityTraceFlags.Recorded;
            }
        }

        if (trace == default || span == default)
            return false;
        context = new ActivityContext(trace, span, flags, traceState: null, isRemote: true);
        return true;
    }

    private static bool TryLowerHex(Span<char> text)
    {
        var zero = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= 'A' and <= 'F')
                text[i] = (char)(text[i] | 0x20);
            if (text[i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))
                return false;
            zero &= text[i] == '0';
        }

        return !zero;
    }
}
