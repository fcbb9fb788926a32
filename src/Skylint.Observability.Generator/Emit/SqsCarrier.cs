namespace Skylint.Observability.Generator;

/// <summary>SQS: message attributes for W3C, the system attribute <c>AWSTraceHeader</c> for X-Ray, which counts against no limit.</summary>
internal static class SqsCarrier
{
    public static string Client(CompilationModel compilation)
    {
        var names = (compilation.Facts & Facts.SqsSystemAttributeNames) != 0 ? "MessageSystemAttributeNames" : "AttributeNames";
        return $$"""
            /// <summary>Carries the trace context through SQS.</summary>
            internal static class SqsTraceContext
            {
                private const int MaxAttributes = 10;

                private static readonly global::Skylint.Observability.MessageProcessor s_processor = new global::Skylint.Observability.MessageProcessor(%Source%, "aws_sqs");

                /// <summary>Puts the current trace context into the message, in place of one that it carries. With ten attributes already, the system attribute AWSTraceHeader alone carries it.</summary>
                public static global::Amazon.SQS.Model.SendMessageRequest InjectTraceContext(this global::Amazon.SQS.Model.SendMessageRequest request)
                {
                    var context = global::Skylint.Observability.OutgoingContext.Current;
                    request.MessageAttributes = Attributes(request.MessageAttributes, context);
                    request.MessageSystemAttributes = SystemAttributes(request.MessageSystemAttributes, context);
                    return request;
                }

                /// <summary>Puts the current trace context into every message of the batch, in place of those that they carry.</summary>
                public static global::Amazon.SQS.Model.SendMessageBatchRequest InjectTraceContext(this global::Amazon.SQS.Model.SendMessageBatchRequest request)
                {
                    if (request.Entries != null)
                    {
                        foreach (var entry in request.Entries)
                            InjectTraceContext(entry);
                    }

                    return request;
                }

                /// <summary>Puts the current trace context into the message, in place of one that it carries.</summary>
                public static global::Amazon.SQS.Model.SendMessageBatchRequestEntry InjectTraceContext(this global::Amazon.SQS.Model.SendMessageBatchRequestEntry entry)
                {
                    var context = global::Skylint.Observability.OutgoingContext.Current;
                    entry.MessageAttributes = Attributes(entry.MessageAttributes, context);
                    entry.MessageSystemAttributes = SystemAttributes(entry.MessageSystemAttributes, context);
                    return entry;
                }

                /// <summary>Asks SQS to deliver the trace context with the messages; without it, SQS leaves the attributes away.</summary>
                public static global::Amazon.SQS.Model.ReceiveMessageRequest RequestTraceContext(this global::Amazon.SQS.Model.ReceiveMessageRequest request)
                {
                    request.MessageAttributeNames = With(request.MessageAttributeNames, "traceparent", "tracestate");
                    request.{{names}} = With(request.{{names}}, "AWSTraceHeader");
                    return request;
                }

                /// <summary>The context that the message carries; the default value when it carries none.</summary>
                public static global::System.Diagnostics.ActivityContext ExtractTraceContext(this global::Amazon.SQS.Model.Message message)
                {
                    global::System.Diagnostics.ActivityContext context;
                    if (global::Skylint.Observability.TraceParent.TryParse(Text(message, "traceparent"), Text(message, "tracestate"), out context))
                        return context;
                    string header;
                    if (message.Attributes != null && message.Attributes.TryGetValue("AWSTraceHeader", out header))
                        global::Skylint.Observability.XRayTraceHeader.TryParse(header, out context);
                    return context;
                }

                /// <summary>Processes the message in a consumer span that is linked to where the message came from.</summary>
                public static global::System.Threading.Tasks.Task ProcessAsync(this global::Amazon.SQS.Model.Message message, global::System.Func<global::Amazon.SQS.Model.Message, global::System.Threading.Tasks.Task> handler, %ILogger% logger = null, string%?% queue = null, global::System.Threading.CancellationToken cancellationToken = default(global::System.Threading.CancellationToken))
                {
                    return s_processor.ProcessAsync(message, handler, ExtractTraceContext(message), message.MessageId, queue, logger, cancellationToken);
                }

                private static global::System.Collections.Generic.Dictionary<string, global::Amazon.SQS.Model.MessageAttributeValue> Attributes(global::System.Collections.Generic.Dictionary<string, global::Amazon.SQS.Model.MessageAttributeValue> attributes, global::Skylint.Observability.OutgoingContext context)
                {
                    if (attributes != null)
                    {
                        attributes.Remove("traceparent");
                        attributes.Remove("tracestate");
                    }

                    if (context.TraceParent == null || (attributes != null && attributes.Count >= MaxAttributes))
                        return attributes;
                    if (attributes == null)
                        attributes = new global::System.Collections.Generic.Dictionary<string, global::Amazon.SQS.Model.MessageAttributeValue>();
                    attributes["traceparent"] = new global::Amazon.SQS.Model.MessageAttributeValue { DataType = "String", StringValue = context.TraceParent };
                    if (context.TraceState != null && attributes.Count < MaxAttributes)
                        attributes["tracestate"] = new global::Amazon.SQS.Model.MessageAttributeValue { DataType = "String", StringValue = context.TraceState };
                    return attributes;
                }

                private static global::System.Collections.Generic.Dictionary<string, global::Amazon.SQS.Model.MessageSystemAttributeValue> SystemAttributes(global::System.Collections.Generic.Dictionary<string, global::Amazon.SQS.Model.MessageSystemAttributeValue> attributes, global::Skylint.Observability.OutgoingContext context)
                {
                    if (attributes != null)
                        attributes.Remove("AWSTraceHeader");
                    if (context.XRay == null)
                        return attributes;
                    if (attributes == null)
                        attributes = new global::System.Collections.Generic.Dictionary<string, global::Amazon.SQS.Model.MessageSystemAttributeValue>();
                    attributes["AWSTraceHeader"] = new global::Amazon.SQS.Model.MessageSystemAttributeValue { DataType = "String", StringValue = context.XRay };
                    return attributes;
                }

                private static string Text(global::Amazon.SQS.Model.Message message, string name)
                {
                    global::Amazon.SQS.Model.MessageAttributeValue value;
                    return message.MessageAttributes != null && message.MessageAttributes.TryGetValue(name, out value) ? value.StringValue : null;
                }

                private static global::System.Collections.Generic.List<string> With(global::System.Collections.Generic.List<string> list, params string[] names)
                {
                    if (list == null)
                        list = new global::System.Collections.Generic.List<string>();
                    foreach (var name in names)
                    {
                        if (!list.Contains(name) && !list.Contains("All"))
                            list.Add(name);
                    }

                    return list;
                }
            }
            """;
    }

    public static string Events(CompilationModel compilation) => """
        /// <summary>Reads the trace context of SQS messages that Lambda delivers.</summary>
        internal static class SqsEventTraceContext
        {
            private static readonly global::Skylint.Observability.MessageProcessor s_processor = new global::Skylint.Observability.MessageProcessor(%Source%, "aws_sqs");

            /// <summary>The context that the message carries; the default value when it carries none.</summary>
            public static global::System.Diagnostics.ActivityContext ExtractTraceContext(this global::Amazon.Lambda.SQSEvents.SQSEvent.SQSMessage message)
            {
                global::System.Diagnostics.ActivityContext context;
                if (global::Skylint.Observability.TraceParent.TryParse(Text(message, "traceparent"), Text(message, "tracestate"), out context))
                    return context;
                string header;
                if (message.Attributes != null && message.Attributes.TryGetValue("AWSTraceHeader", out header))
                    global::Skylint.Observability.XRayTraceHeader.TryParse(header, out context);
                return context;
            }

            /// <summary>Processes the message in a consumer span that is linked to where the message came from.</summary>
            public static global::System.Threading.Tasks.Task ProcessAsync(this global::Amazon.Lambda.SQSEvents.SQSEvent.SQSMessage message, global::System.Func<global::Amazon.Lambda.SQSEvents.SQSEvent.SQSMessage, global::System.Threading.Tasks.Task> handler, %ILogger% logger = null, global::System.Threading.CancellationToken cancellationToken = default(global::System.Threading.CancellationToken))
            {
                var arn = message.EventSourceArn;
                return s_processor.ProcessAsync(message, handler, ExtractTraceContext(message), message.MessageId, arn == null ? null : arn.Substring(arn.LastIndexOf(':') + 1), logger, cancellationToken);
            }

            internal static global::System.Collections.Generic.List<global::System.Diagnostics.ActivityLink> Links(global::Amazon.Lambda.SQSEvents.SQSEvent input)
            {
                var links = new global::System.Collections.Generic.List<global::System.Diagnostics.ActivityLink>();
                if (input == null || input.Records == null)
                    return links;
                foreach (var message in input.Records)
                {
                    var context = ExtractTraceContext(message);
                    if (context != default(global::System.Diagnostics.ActivityContext))
                        links.Add(new global::System.Diagnostics.ActivityLink(context));
                }

                return links;
            }

            private static string Text(global::Amazon.Lambda.SQSEvents.SQSEvent.SQSMessage message, string name)
            {
                global::Amazon.Lambda.SQSEvents.SQSEvent.MessageAttribute value;
                return message.MessageAttributes != null && message.MessageAttributes.TryGetValue(name, out value) ? value.StringValue : null;
            }
        }
        """;
}
