using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>What the end of an observed call needs to know. A call that suspends keeps this and no more.</summary>
/// <typeparam name="TTags">The type that holds the arguments.</typeparam>
internal readonly struct CallState<TTags>
    where TTags : struct, ITagSet
{
    private readonly Operation _operation;
    private readonly ILogger? _logger;
    private readonly CancellationToken _cancellation;
    private readonly long _start;
    private readonly TTags _tags;

    public CallState(Operation operation, TTags tags, ILogger? logger, CancellationToken cancellation, Activity? activity, Activity? previous)
    {
        _operation = operation;
        _tags = tags;
        _logger = logger;
        _cancellation = cancellation;
        Activity = activity;
        Previous = previous;
        if (activity is { IsAllDataRequested: true })
        {
            for (var i = 0; i < tags.SpanCount; i++)
            {
                var tag = tags[i];
                activity.SetTag(tag.Key, tag.Value);
            }
        }

        _start = Stopwatch.GetTimestamp();
    }

    public Activity? Activity { get; }

    /// <summary>What was current before the activity.</summary>
    public Activity? Previous { get; }

    public void Succeeded()
    {
        var seconds = DurationHistogram.SecondsSince(_start);
        _operation.Record(seconds, null, _tags);
        var level = _operation.SuccessLevel;
        if (_logger is not null && level != LogLevel.None && _logger.IsEnabled(level) && IsKept(level))
            Log(level, _operation.SuccessEvent, CallOutcome.Succeeded, seconds, null, null);
        Stop();
    }

    public void Failed(Exception exception)
    {
        if (IsCancellation(exception))
        {
            Cancelled();
            return;
        }

        var seconds = DurationHistogram.SecondsSince(_start);
        var errorType = ErrorType.Of(exception);
        _operation.Record(seconds, errorType, _tags);
        if (Activity is not null)
        {
            Activity.SetStatus(ActivityStatusCode.Error);
            Activity.SetTag(ErrorType.TagName, errorType);
        }

        // Where observed calls nest, the innermost one logs the exception; the outer ones only mark their spans.
        if (_logger is not null && _logger.IsEnabled(LogLevel.Error) && LoggedExceptions.TryMark(exception, _start))
            Log(LogLevel.Error, default, CallOutcome.Failed, seconds, errorType, exception);
        Stop();
    }

    public void Cancelled()
    {
        var seconds = DurationHistogram.SecondsSince(_start);
        _operation.Record(seconds, null, _tags);
        if (_logger is not null && _logger.IsEnabled(LogLevel.Debug) && IsKept(LogLevel.Debug))
            Log(LogLevel.Debug, default, CallOutcome.Cancelled, seconds, null, null);
        Stop();
    }

    /// <summary>Makes the activity current again, in the flow of the continuation, so that the log record finds it.</summary>
    public void Attach()
    {
        if (Activity is not null && !ReferenceEquals(Activity.Current, Activity))
            Activity.Current = Activity;
    }

    private bool IsCancellation(Exception exception)
    {
        if (exception is not OperationCanceledException cancelled)
            return false;

        // Without a token the caller cannot have cancelled; a time-out of an inner client must then stay an error.
        return _cancellation.CanBeCanceled
            ? _cancellation.IsCancellationRequested
            : cancelled.CancellationToken.IsCancellationRequested && cancelled.InnerException is not TimeoutException;
    }

    private void Stop()
    {
        if (Activity is not null)
        {
            // Stopping makes current what was so at the start. Who was stopped by the observed code itself does not.
            if (!Activity.IsStopped)
                Activity.Dispose();
            else if (!ReferenceEquals(Activity.Current, Previous))
                Activity.Current = Previous;
        }

        if (_operation.Flushes)
            ObservabilityRuntime.Flush();
    }

    private bool IsKept(LogLevel level)
    {
        var sampler = _operation.Source.Sampler;
        return sampler.Ratio >= 1 || sampler.ShouldLog(level, Activity ?? Activity.Current);
    }

    private void Log(LogLevel level, EventId eventId, CallOutcome outcome, double seconds, string? errorType, Exception? exception)
    {
        Attach();
        _logger!.Log(level, eventId, new CallRecord<TTags>(_operation, _tags, outcome, seconds, errorType), exception, CallRecord<TTags>.Formatter);
    }
}
