using Skylint.Catalog;

namespace Skylint.Observability;

/// <summary>Every rule about logs, traces and metrics.</summary>
internal static class ObservabilityRules
{
    public static readonly Rule InterpolatedLogMessage = new()
    {
        Id = "SKY4001",
        Key = "InterpolatedLogMessage",
        Title = "Log message is interpolated",
        Message = "The values of this log message are baked into its text; write a template and pass them as arguments, so that each stays a field of its own",
        Why = "An interpolated message is a different text at every call: records cannot be grouped by message or searched by value, and the text is built even when the level is off.",
        Category = Category.Operations,
        Level = Level.Info,
        FixSummary = "Turns the interpolated string into a template with named holes, and its values into arguments.",
        References = new References { Sonar = ["S2629"], Links = ["https://learn.microsoft.com/dotnet/core/extensions/logging#log-message-template"] },
    };

    public static readonly Rule ActivityEndsBeforeTask = new()
    {
        Id = "SKY4002",
        Key = "ActivityEndsBeforeTask",
        Title = "Span ends before the task that it measures",
        Message = "This activity is disposed when the method returns, while the task that it returns may still run; make the method async and await the task",
        Why = "The span shows the time to the first suspension instead of the whole operation, failures that come later are never recorded on it, and spans started later have a parent that has ended.",
        Category = Category.Operations,
        Level = Level.Warning,
        FixSummary = "Makes the method async and awaits the task that it returns.",
        References = new References { Links = ["https://learn.microsoft.com/dotnet/core/diagnostics/distributed-tracing-instrumentation-walkthroughs"] },
    };

    public static readonly Rule ExceptionRecordedTwice = new()
    {
        Id = "SKY4003",
        Key = "ExceptionRecordedTwice",
        Title = "Exception is recorded on the span and in the log",
        Message = "'{0}' is logged in this catch block and recorded on the activity as well; keep the log record, which carries the trace identifiers, and set the span's status",
        Why = "The exception with its stack trace is stored and paid for twice, and counts twice wherever errors are counted; OpenTelemetry is giving up exceptions as span events in favour of log records.",
        Category = Category.Cost,
        Level = Level.Info,
        FixSummary = "Removes the call that records the exception on the activity.",
        References = new References { Links = ["https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-logs/"] },
    };

    public static readonly Rule MessageWithoutTraceContext = new()
    {
        Id = "SKY4004",
        Key = "MessageWithoutTraceContext",
        Title = "Message is sent without the trace context",
        Message = "'{0}' sends on work whose trace ends here; put the trace context into the message",
        Why = "What receives the message starts a trace of its own, so nobody can follow an order from the request to what became of it, nor tell which request a failure belongs to. The SDK does not add the context by itself.",
        Category = Category.Operations,
        Level = Level.Info,
        FixSummary = "Calls `InjectTraceContext()` on the request, which the generator of Skylint.Observability writes. There is none for Kinesis, whose records can carry a context in their data alone.",
        References = new References { Links = ["https://opentelemetry.io/docs/specs/semconv/messaging/sqs/", "https://docs.aws.amazon.com/xray/latest/devguide/xray-services-sqs.html"] },
    };

    public static readonly Rule SamplerDropsErrors = new()
    {
        Id = "SKY4005",
        Key = "SamplerDropsErrors",
        Title = "Log sampler drops errors",
        Message = "'{0}' drops the records of errors as it drops those of successes; sample up to Information only",
        Why = "A failure in a request that happens not to be sampled leaves no record at all: the error is counted, and nothing says what it was.",
        Category = Category.Operations,
        Level = Level.Warning,
        FixSummary = "Samples records up to `Information`. There is none for the sampler that follows the trace, which knows no levels.",
        References = new References { Links = ["https://learn.microsoft.com/dotnet/core/extensions/log-sampling"] },
    };

    public static readonly Rule UnboundedMetricTag = new()
    {
        Id = "SKY4006",
        Key = "UnboundedMetricTag",
        Title = "Metric tag takes any number of values",
        Message = "The metric tag '{0}' is {1}, and each of its values is a time series of its own; leave it to the span and the log, or map it to a few values",
        Why = "A time series is stored, kept and paid for by itself. An identifier as a metric tag can cost more than the service that it measures, and back ends drop what exceeds their limits.",
        Category = Category.Cost,
        Level = Level.Warning,
        NoFix = "Which values are worth telling apart, or whether the tag is needed at all, only its author knows.",
        References = new References { Links = ["https://learn.microsoft.com/dotnet/core/diagnostics/metrics-instrumentation#multi-dimensional-metrics", "https://opentelemetry.io/docs/specs/otel/metrics/sdk/#cardinality-limits"] },
    };

    public static readonly Rule SensitiveTag = new()
    {
        Id = "SKY4007",
        Key = "SensitiveTag",
        Title = "Personal data or a credential becomes a tag",
        Message = "'{0}' looks like personal data or a credential and becomes a {1}; leave it away, or record a hash of it",
        Why = "Traces are kept for long, copied to other services and read by many. Baggage goes further: it is sent to every service that is called, also to other companies'.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Removes the call.",
        References = new References { Cwe = ["CWE-359"], Links = ["https://opentelemetry.io/docs/security/handling-sensitive-data/"] },
    };

    public static readonly Rule DebugLoggingEnabled = new()
    {
        Id = "SKY4008",
        Key = "DebugLoggingEnabled",
        Title = "Debug logging is on everywhere",
        Message = "The minimum level '{0}' holds in every environment; set it in the settings of the environment that needs it",
        Why = "Debug records of libraries can be a hundred times as many as your own, and show what requests contain. Log stores charge for each gigabyte.",
        Category = Category.Cost,
        Level = Level.Info,
        FixSummary = "Sets the minimum level to `Information`.",
        References = new References { Links = ["https://learn.microsoft.com/dotnet/core/extensions/logging#configure-logging"] },
    };

    public static readonly Rule ObservedByHand = new()
    {
        Id = "SKY4009",
        Key = "ObservedByHand",
        Title = "Method is timed and logged by hand",
        Message = "'{0}' is timed and logged by hand; [Observed] writes a span, a histogram and one record for it",
        Why = "A time in a log text is no metric: it has no percentiles, fails to say which calls failed unless every catch block does, and is formatted even when nobody reads it.",
        Category = Category.Operations,
        Level = Level.Info,
        NoFix = "Which arguments to record, and under which names, is for its author to say; the guide shows both forms of [Observed].",
    };

    public static IReadOnlyList<Rule> All { get; } =
    [
        InterpolatedLogMessage, ActivityEndsBeforeTask, ExceptionRecordedTwice, MessageWithoutTraceContext, SamplerDropsErrors, UnboundedMetricTag, SensitiveTag, DebugLoggingEnabled, ObservedByHand,
    ];
}
