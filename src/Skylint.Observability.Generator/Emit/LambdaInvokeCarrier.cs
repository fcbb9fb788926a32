namespace Skylint.Observability.Generator;

/// <summary>Lambda invocations: the <c>custom</c> object of the client context, which the invoked function reads from its context.</summary>
internal static class LambdaInvokeCarrier
{
    public static string Client(CompilationModel compilation) => """
        /// <summary>Carries the trace context to a Lambda function that is invoked directly.</summary>
        internal static class LambdaInvokeTraceContext
        {
            /// <summary>Puts the current trace context into the "custom" object of the client context, in place of one that it carries. A client context that is no JSON object is left alone, and messaging.propagation.skipped counts it.</summary>
            public static global::Amazon.Lambda.Model.InvokeRequest InjectTraceContext(this global::Amazon.Lambda.Model.InvokeRequest request)
            {
                var context = global::Skylint.Observability.OutgoingContext.Current;
                var before = request.ClientContext;
                if (string.IsNullOrEmpty(before) && context.TraceParent == null)
                    return request;
                var json = global::Skylint.Observability.JsonContext.InjectInto(before, "custom", context);
                if (json != null)
                    request.ClientContext = json;
                else if (context.TraceParent != null)
                    %Source%.SkippedPropagation.Add(1, new global::System.Collections.Generic.KeyValuePair<string, object>("messaging.system", "aws_lambda"));
                return request;
            }
        }
        """;
}
