namespace Skylint.Observability.Generator;

/// <summary>EventBridge: properties at the top of the JSON detail for W3C, and <c>TraceHeader</c> for X-Ray.</summary>
internal static class EventBridgeCarrier
{
    public static string Client(CompilationModel compilation)
    {
        var header = (compilation.Facts & Facts.EventBridgeTraceHeader) != 0;
        return $$"""
            /// <summary>Carries the trace context through EventBridge.</summary>
            internal static class EventBridgeTraceContext
            {
                /// <summary>Puts the current trace context into every event of the request, in place of those that they carry.</summary>
                public static global::Amazon.EventBridge.Model.PutEventsRequest InjectTraceContext(this global::Amazon.EventBridge.Model.PutEventsRequest request)
                {
                    if (request.Entries != null)
                    {
                        foreach (var entry in request.Entries)
                            InjectTraceContext(entry);
                    }

                    return request;
                }

                /// <summary>Puts the current trace context into the event: as the properties traceparent and tracestate of its JSON detail{{(header ? ", and as the X-Ray header of the entry" : "")}}. A detail that is no JSON object is left alone, and messaging.propagation.skipped counts it.</summary>
                public static global::Amazon.EventBridge.Model.PutEventsRequestEntry InjectTraceContext(this global::Amazon.EventBridge.Model.PutEventsRequestEntry entry)
                {
                    var context = global::Skylint.Observability.OutgoingContext.Current;{{(header ? "\n        entry.TraceHeader = context.XRay;" : "")}}
                    var detail = global::Skylint.Observability.JsonContext.Inject(entry.Detail, context);
                    if (detail != null)
                        entry.Detail = detail;
                    else if (context.TraceParent != null)
                        %Source%.SkippedPropagation.Add(1, new global::System.Collections.Generic.KeyValuePair<string, object>("messaging.system", "aws.eventbridge"));
                    return entry;
                }
            }
            """;
    }
}
