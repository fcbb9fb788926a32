namespace Skylint.Observability.Generator;

/// <summary>Kinesis: records have no metadata, so the context goes into the data, where that is a JSON object and the caller asks for it by name.</summary>
internal static class KinesisCarrier
{
    public static string Client(CompilationModel compilation) => """
        /// <summary>Carries the trace context through Kinesis. It changes the data of the records, so it is asked for by name.</summary>
        internal static class KinesisTraceContext
        {
            /// <summary>Puts the current trace context into the record's data, as properties of the JSON object that it is. Other data is left alone, and messaging.propagation.skipped counts it.</summary>
            public static global::Amazon.Kinesis.Model.PutRecordRequest InjectTraceContextIntoJson(this global::Amazon.Kinesis.Model.PutRecordRequest request)
            {
                request.Data = Data(request.Data);
                return request;
            }

            /// <summary>Puts the current trace context into the data of every record, as properties of the JSON object that it is.</summary>
            public static global::Amazon.Kinesis.Model.PutRecordsRequest InjectTraceContextIntoJson(this global::Amazon.Kinesis.Model.PutRecordsRequest request)
            {
                if (request.Records != null)
                {
                    foreach (var record in request.Records)
                        record.Data = Data(record.Data);
                }

                return request;
            }

            private static global::System.IO.MemoryStream Data(global::System.IO.MemoryStream data)
            {
                if (data == null)
                    return null;
                var context = global::Skylint.Observability.OutgoingContext.Current;
                var json = global::Skylint.Observability.JsonContext.Inject(global::System.Text.Encoding.UTF8.GetString(data.ToArray()), context);
                if (json != null)
                    return new global::System.IO.MemoryStream(global::System.Text.Encoding.UTF8.GetBytes(json));
                if (context.TraceParent != null)
                    %Source%.SkippedPropagation.Add(1, new global::System.Collections.Generic.KeyValuePair<string, object>("messaging.system", "aws_kinesis"));
                return data;
            }
        }
        """;

    public static string Events(CompilationModel compilation) => """
        /// <summary>Reads the trace context of Kinesis records that Lambda delivers.</summary>
        internal static class KinesisEventTraceContext
        {
            private static readonly global::Skylint.Observability.MessageProcessor s_processor = new global::Skylint.Observability.MessageProcessor(%Source%, "aws_kinesis");

            /// <summary>The context that the record's JSON data carries; the default value when it carries none.</summary>
            public static global::System.Diagnostics.ActivityContext ExtractTraceContext(this global::Amazon.Lambda.KinesisEvents.KinesisEvent.KinesisEventRecord record)
            {
                var context = default(global::System.Diagnostics.ActivityContext);
                if (record.Kinesis != null && record.Kinesis.Data != null)
                    global::Skylint.Observability.JsonContext.TryExtract(global::System.Text.Encoding.UTF8.GetString(record.Kinesis.Data.ToArray()), out context);
                return context;
            }

            /// <summary>Processes the record in a consumer span that is linked to where the record came from.</summary>
            public static global::System.Threading.Tasks.Task ProcessAsync(this global::Amazon.Lambda.KinesisEvents.KinesisEvent.KinesisEventRecord record, global::System.Func<global::Amazon.Lambda.KinesisEvents.KinesisEvent.KinesisEventRecord, global::System.Threading.Tasks.Task> handler, %ILogger% logger = null, global::System.Threading.CancellationToken cancellationToken = default(global::System.Threading.CancellationToken))
            {
                var arn = record.EventSourceARN;
                return s_processor.ProcessAsync(record, handler, ExtractTraceContext(record), record.EventId, arn == null ? null : arn.Substring(arn.LastIndexOf('/') + 1), logger, cancellationToken);
            }

            internal static global::System.Collections.Generic.List<global::System.Diagnostics.ActivityLink> Links(global::Amazon.Lambda.KinesisEvents.KinesisEvent input)
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
        }
        """;
}
