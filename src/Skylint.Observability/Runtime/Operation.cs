using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>One observed method: its name in all signals, its histogram, its log event. Generated code holds one for each method, for the life of the process.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Operation
{
    private readonly Histogram<double> _duration;
    private readonly ActivitySource _activities;

    /// <summary>Makes an operation.</summary>
    /// <param name="source">The sources of the assembly that the method stands in.</param>
    /// <param name="name">The name of the span and the value of <c>operation.name</c>.</param>
    /// <param name="kind">The kind of the span.</param>
    /// <param name="successLevel">The level of the record of a successful call.</param>
    /// <param name="eventId">The event identifier of that record.</param>
    /// <param name="eventName">The event name of that record.</param>
    /// <param name="template">The message template of that record; null for the operation's own message.</param>
    public Operation(TelemetrySource source, string name, ActivityKind kind = ActivityKind.Internal, LogLevel successLevel = LogLevel.Information, int eventId = 0, string? eventName = null, string? template = null)
        : this(source, name, source.OperationDuration, "operation.name")
    {
        Kind = kind;
        SuccessLevel = successLevel;
        SuccessEvent = new EventId(eventId, eventName);
        Template = template;
    }

    internal Operation(TelemetrySource source, string name, Histogram<double> duration, string nameTag, string? nameValue = null)
    {
        Source = source;
        Name = name;
        NameTag = nameTag;
        NameValue = nameValue ?? name;
        _duration = duration;
        _activities = source.Activities;
        SuccessMessage = name + " completed";
        FailureMessage = name + " failed";
        CancelledMessage = name + " was cancelled";
    }

    /// <summary>The name of the span and the value of <c>operation.name</c>.</summary>
    public string Name { get; }

    /// <summary>The kind of the span.</summary>
    public ActivityKind Kind { get; internal init; } = ActivityKind.Internal;

    /// <summary>The level of the record of a successful call.</summary>
    public LogLevel SuccessLevel { get; internal init; } = LogLevel.Information;

    /// <summary>The event of the record of a successful call.</summary>
    public EventId SuccessEvent { get; internal init; }

    /// <summary>The message template of a successful call: the <c>{OriginalFormat}</c> of its record.</summary>
    public string? Template { get; internal init; }

    internal TelemetrySource Source { get; }

    internal string NameTag { get; }

    internal string NameValue { get; }

    internal string SuccessMessage { get; }

    internal string FailureMessage { get; }

    internal string CancelledMessage { get; }

    /// <summary>Whether the process is told when a call ends, so that it can flush: true for Lambda handlers.</summary>
    internal bool Flushes { get; init; }

    /// <summary>Whether nobody listens: no tracing, no metrics, not even errors in the log. The call then goes straight through.</summary>
    /// <param name="activities">The activity source of the assembly. Given like this, both are constants for the compiler at run time, and the question costs what it costs by hand.</param>
    /// <param name="duration">The histogram of the operation.</param>
    /// <param name="logger">The logger; null when there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOff(ActivitySource activities, Histogram<double> duration, ILogger? logger) =>
        !duration.Enabled && !activities.HasListeners() && (logger is null || !logger.IsEnabled(LogLevel.Error));

    internal bool IsOff(ILogger? logger) => IsOff(_activities, _duration, logger);

    /// <summary>Starts an observation. The caller ends it in every case, once.</summary>
    /// <param name="tags">The arguments that are recorded.</param>
    /// <param name="logger">The logger; null when there is none.</param>
    /// <param name="cancellation">The caller's token: tells a cancelled call from a failed one.</param>
    /// <typeparam name="TTags">The type that holds the arguments.</typeparam>
    public ObservedCall<TTags> Start<TTags>(TTags tags, ILogger? logger, CancellationToken cancellation = default)
        where TTags : struct, ITagSet
    {
        // The current activity is a lookup in the execution context: worth saving where it cannot change.
        if (!_activities.HasListeners() || _activities.CreateActivity(Name, Kind) is not { } activity)
            return new ObservedCall<TTags>(this, tags, logger, cancellation, null, null, null);
        var outside = ExecutionContext.Capture();
        var previous = Activity.Current;
        return new ObservedCall<TTags>(this, tags, logger, cancellation, activity.Start(), previous, outside);
    }

    /// <summary>Starts an observation below a parent that is not the current activity, or linked to other traces.</summary>
    /// <param name="tags">The arguments that are recorded.</param>
    /// <param name="logger">The logger; null when there is none.</param>
    /// <param name="cancellation">The caller's token.</param>
    /// <param name="parent">The parent; the default value leaves it to the current activity.</param>
    /// <param name="links">The contexts of the messages that the call works on; null for none.</param>
    /// <param name="spanTags">Tags that samplers see because they are there when the span starts; null for none.</param>
    /// <typeparam name="TTags">The type that holds the arguments.</typeparam>
    public ObservedCall<TTags> Start<TTags>(TTags tags, ILogger? logger, CancellationToken cancellation, ActivityContext parent, IEnumerable<ActivityLink>? links, IEnumerable<KeyValuePair<string, object?>>? spanTags = null)
        where TTags : struct, ITagSet
    {
        var outside = ExecutionContext.Capture();
        var previous = Activity.Current;
        var activity = _activities.StartActivity(Kind, parent, spanTags, links, name: Name);
        return new ObservedCall<TTags>(this, tags, logger, cancellation, activity, previous, activity is null ? null : outside);
    }

    /// <summary>Observes a stream from its first element to its disposal.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tags">The arguments that are recorded.</param>
    /// <param name="logger">The logger; null when there is none.</param>
    /// <param name="cancellation">The caller's token.</param>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TTags">The type that holds the arguments.</typeparam>
    public IAsyncEnumerable<T> Stream<T, TTags>(IAsyncEnumerable<T> stream, TTags tags, ILogger? logger, CancellationToken cancellation = default)
        where TTags : struct, ITagSet =>
        stream is null ? null! : new ObservedStream<T, TTags>(this, stream, tags, logger, cancellation);

    internal void Record<TTags>(double seconds, string? errorType, in TTags tags)
        where TTags : struct, ITagSet
    {
        if (!_duration.Enabled)
            return;
        var list = new TagList();
        list.Add(NameTag, NameValue);
        tags.AddMetricTags(ref list);
        if (errorType is not null)
            list.Add(ErrorType.TagName, errorType);
        _duration.Record(seconds, list);
    }
}
