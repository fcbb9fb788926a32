using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>Observes the invocations of one Lambda handler. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LambdaHandler
{
    private readonly Operation _operation;
    private readonly string _trigger;

    /// <summary>Makes the observation of a handler.</summary>
    /// <param name="source">The sources of the assembly.</param>
    /// <param name="name">The name of the span.</param>
    /// <param name="trigger">The value of <c>faas.trigger</c>; with <c>pubsub</c> the span is a consumer, otherwise a server.</param>
    /// <param name="successLevel">The level of the record of a successful invocation.</param>
    /// <param name="eventId">The event identifier of that record.</param>
    /// <param name="eventName">The event name of that record.</param>
    public LambdaHandler(TelemetrySource source, string name, string trigger, LogLevel successLevel = LogLevel.Information, int eventId = 0, string? eventName = null)
    {
        _trigger = trigger;
        _operation = new Operation(source, name, source.InvokeDuration, "faas.name")
        {
            Kind = trigger == "pubsub" ? ActivityKind.Consumer : ActivityKind.Server,
            SuccessLevel = successLevel,
            SuccessEvent = new EventId(eventId, eventName),
            Flushes = true,
        };
    }

    /// <summary>Starts the observation of an invocation.</summary>
    /// <param name="requestId">The identifier of the invocation.</param>
    /// <param name="traceHeader">The X-Ray header that the Lambda runtime passes; null takes the environment's.</param>
    /// <param name="parent">The context that the caller sent, such as in an HTTP header; it wins over X-Ray's. The default value when there is none.</param>
    /// <param name="links">The contexts of the messages of the event; null for none.</param>
    /// <param name="logger">The logger; null when there is none.</param>
    /// <param name="cancellation">The caller's token.</param>
    public ObservedCall<LambdaTags> Start(string? requestId, string? traceHeader, ActivityContext parent, List<ActivityLink>? links, ILogger? logger, CancellationToken cancellation = default)
    {
        if (parent == default)
            XRayTraceHeader.TryParse(traceHeader ?? Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"), out parent);
        var tags = new LambdaTags(requestId, _trigger, ObservabilityRuntime.TakeColdStart());
        return _operation.Start(tags, logger, cancellation, parent, links is { Count: > 0 } ? links : null, [tags[0]]);
    }
}
