namespace Skylint.Observability.Generator;

/// <summary>SNS: message attributes. Raw delivery to SQS drops messages with more than ten, so a full message goes without and is counted.</summary>
internal static class SnsCarrier
{
    public static string Client(CompilationModel compilation)
    {
        var batch = (compilation.Facts & Facts.SnsBatch) == 0 ? "" : """

                /// <summary>Puts the current trace context into every message of the batch, in place of those that they carry.</summary>
                public static global::Amazon.SimpleNotificationService.Model.PublishBatchRequest InjectTraceContext(this global::Amazon.SimpleNotificationService.Model.PublishBatchRequest request)
                {
                    if (request.PublishBatchRequestEntries != null)
                    {
                        foreach (var entry in request.PublishBatchRequestEntries)
                            InjectTraceContext(entry);
                    }

                    return request;
                }

                /// <summary>Puts the current trace context into the message, in place of one that it carries.</summary>
                public static global::Amazon.SimpleNotificationService.Model.PublishBatchRequestEntry InjectTraceContext(this global::Amazon.SimpleNotificationService.Model.PublishBatchRequestEntry entry)
                {
                    entry.MessageAttributes = Attributes(entry.MessageAttributes, global::Skylint.Observability.OutgoingContext.Current);
                    return entry;
                }

            """;
        return $$"""
            /// <summary>Carries the trace context through SNS.</summary>
            internal static class SnsTraceContext
            {
                private const int MaxAttributes = 10;

                /// <summary>Puts the current trace context into the message, in place of one that it carries. A message with ten attributes goes without, and messaging.propagation.skipped counts it.</summary>
                public static global::Amazon.SimpleNotificationService.Model.PublishRequest InjectTraceContext(this global::Amazon.SimpleNotificationService.Model.PublishRequest request)
                {
                    request.MessageAttributes = Attributes(request.MessageAttributes, global::Skylint.Observability.OutgoingContext.Current);
                    return request;
                }
            {{batch}}
                private static global::System.Collections.Generic.Dictionary<string, global::Amazon.SimpleNotificationService.Model.MessageAttributeValue> Attributes(global::System.Collections.Generic.Dictionary<string, global::Amazon.SimpleNotificationService.Model.MessageAttributeValue> attributes, global::Skylint.Observability.OutgoingContext context)
                {
                    if (attributes != null)
                    {
                        attributes.Remove("traceparent");
                        attributes.Remove("tracestate");
                    }

                    if (context.TraceParent == null)
                        return attributes;
                    if (attributes == null)
                        attributes = new global::System.Collections.Generic.Dictionary<string, global::Amazon.SimpleNotificationService.Model.MessageAttributeValue>();
                    if (attributes.Count >= MaxAttributes)
                    {
                        %Source%.SkippedPropagation.Add(1, new global::System.Collections.Generic.KeyValuePair<string, object>("messaging.system", "aws.sns"));
                        return attributes;
                    }

                    attributes["traceparent"] = new global::Amazon.SimpleNotificationService.Model.MessageAttributeValue { DataType = "String", StringValue = context.TraceParent };
                    if (context.TraceState != null && attributes.Count < MaxAttributes)
                        attributes["tracestate"] = new global::Amazon.SimpleNotificationService.Model.MessageAttributeValue { DataType = "String", StringValue = context.TraceState };
                    return attributes;
                }
            }
            """;
    }

    public static string Events(CompilationModel compilation) => """
        /// <summary>Reads the trace context of SNS messages that Lambda delivers.</summary>
        internal static class SnsEventTraceContext
        {
            private static readonly global::Skylint.Observability.MessageProcessor s_processor = new global::Skylint.Observability.MessageProcessor(%Source%, "aws.sns");

            /// <summary>The context that the message carries; the default value when it carries none.</summary>
            public static global::System.Diagnostics.ActivityContext ExtractTraceContext(this global::Amazon.Lambda.SNSEvents.SNSEvent.SNSRecord record)
            {
                global::System.Diagnostics.ActivityContext context;
                global::Skylint.Observability.TraceParent.TryParse(Text(record, "traceparent"), Text(record, "tracestate"), out context);
                return context;
            }

            /// <summary>Processes the message in a consumer span that is linked to where the message came from.</summary>
            public static global::System.Threading.Tasks.Task ProcessAsync(this global::Amazon.Lambda.SNSEvents.SNSEvent.SNSRecord record, global::System.Func<global::Amazon.Lambda.SNSEvents.SNSEvent.SNSRecord, global::System.Threading.Tasks.Task> handler, %ILogger% logger = null, global::System.Threading.CancellationToken cancellationToken = default(global::System.Threading.CancellationToken))
            {
                var arn = record.Sns == null ? null : record.Sns.TopicArn;
                return s_processor.ProcessAsync(record, handler, ExtractTraceContext(record), record.Sns == null ? null : record.Sns.MessageId, arn == null ? null : arn.Substring(arn.LastIndexOf(':') + 1), logger, cancellationToken);
            }

            internal static global::System.Collections.Generic.List<global::System.Diagnostics.ActivityLink> Links(global::Amazon.Lambda.SNSEvents.SNSEvent input)
            {
                var links = new global::System.Collections.Generic.List<global::System.Diagnostics.ActivityLink>();
                if (input == null || input.Records == null)
                    return links;
                foreach (var record in input.Records)
                {
                    var context = ExtractTraceContext(record);
                    if (context != default(global::System.Diagnostics.ActivityContext))
                        links.Add(new global::System.Diagnostics.ActivityLink(context));
                }

                return links;
            }

            private static string Text(global::Amazon.Lambda.SNSEvents.SNSEvent.SNSRecord record, string name)
            {
                global::Amazon.Lambda.SNSEvents.SNSEvent.MessageAttribute value;
                return record.Sns != null && record.Sns.MessageAttributes != null && record.Sns.MessageAttributes.TryGetValue(name, out value) ? value.Value : null;
            }
        }
        """;
}
