using System.ComponentModel;
using System.Diagnostics;

namespace Skylint.Observability;

/// <summary>The context that goes into a message: that of the current activity, sampled or not. Called by generated carriers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OutgoingContext
{
    private OutgoingContext(Activity activity)
    {
        TraceParent = Observability.TraceParent.Format(activity.Context);
        TraceState = string.IsNullOrEmpty(activity.TraceStateString) ? null : activity.TraceStateString;
        XRay = XRayTraceHeader.Format(activity.Context);
    }

    /// <summary>The <c>traceparent</c>; null when there is no current activity.</summary>
    public string? TraceParent { get; }

    /// <summary>The <c>tracestate</c>; null when there is none.</summary>
    public string? TraceState { get; }

    /// <summary>The X-Ray header; null when there is no current activity.</summary>
    public string? XRay { get; }

    /// <summary>The context of the current activity; empty when there is none.</summary>
    public static OutgoingContext Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? new OutgoingContext(activity) : default;
}
