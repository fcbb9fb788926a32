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

    public static IReadOnlyList<Rule> All { get; } = [InterpolatedLogMessage, ActivityEndsBeforeTask, ExceptionRecordedTwice];
}
