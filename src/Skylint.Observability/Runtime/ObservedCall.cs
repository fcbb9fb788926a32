using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>
/// One call under observation. It does not outlive the call, and ends in exactly one of <see cref="Succeeded"/>, <see cref="Failed"/> or a
/// <c>Complete</c>. Whatever happens, <see cref="Activity.Current"/> is for the caller what it was before.
/// </summary>
/// <typeparam name="TTags">The type that holds the arguments.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ObservedCall<TTags>
    where TTags : struct, ITagSet
{
    private readonly Operation _operation;
    private readonly ILogger? _logger;
    private readonly CancellationToken _cancellation;
    private readonly Activity? _activity;
    private readonly Activity? _previous;
    private readonly long _start;
    private readonly TTags _tags;
#if NET
    private readonly ExecutionContext? _outside;
    private readonly ExecutionContext? _inside;
#endif

    /// <param name="operation">The operation.</param>
    /// <param name="tags">The arguments that are recorded.</param>
    /// <param name="logger">The logger; null when there is none.</param>
    /// <param name="cancellation">The caller's token.</param>
    /// <param name="activity">The activity, which is current; null when there is none.</param>
    /// <param name="previous">What was current before it.</param>
    /// <param name="outside">The execution context before it was; null when that is not known.</param>
    internal ObservedCall(Operation operation, TTags tags, ILogger? logger, CancellationToken cancellation, Activity? activity, Activity? previous, ExecutionContext? outside)
    {
#if NET
        if (outside is not null)
        {
            _outside = outside;
            _inside = ExecutionContext.Capture();
        }

#endif
        _operation = operation;
        _tags = tags;
        _logger = logger;
        _cancellation = cancellation;
        _activity = activity;
        _previous = previous;
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

    /// <summary>The call returned.</summary>
    public void Succeeded()
    {
        var seconds = DurationHistogram.SecondsSince(_start);
        _operation.Record(seconds, null, _tags);
        var level = _operation.SuccessLevel;
        if (_logger is not null && level != LogLevel.None && _logger.IsEnabled(level) && IsKept(level))
            Log(level, _operation.SuccessEvent, CallOutcome.Succeeded, seconds, null, null);
        Stop();
    }

    /// <summary>The call threw. A cancellation that the caller asked for is not an error.</summary>
    /// <param name="exception">What it threw.</param>
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
        if (_activity is not null)
        {
            _activity.SetStatus(ActivityStatusCode.Error);
            _activity.SetTag(ErrorType.TagName, errorType);
        }

        // Where observed calls nest, the innermost one logs the exception; the outer ones only mark their spans.
        if (_logger is not null && _logger.IsEnabled(LogLevel.Error) && LoggedExceptions.TryMark(exception, _start))
            Log(LogLevel.Error, default, CallOutcome.Failed, seconds, errorType, exception);
        Stop();
    }

    /// <summary>The call was given up: by the caller's token, or because nobody wanted the rest of a stream.</summary>
    internal void Cancelled()
    {
        var seconds = DurationHistogram.SecondsSince(_start);
        _operation.Record(seconds, null, _tags);
        if (_logger is not null && _logger.IsEnabled(LogLevel.Debug) && IsKept(LogLevel.Debug))
            Log(LogLevel.Debug, default, CallOutcome.Cancelled, seconds, null, null);
        Stop();
    }

    /// <summary>Ends with the task. A task that is already complete is returned as it is, without an allocation.</summary>
    /// <param name="task">What the observed method returned.</param>
    public Task Complete(Task task)
    {
        if (task is null || task.Status == TaskStatus.RanToCompletion)
        {
            Succeeded();
            return task!;
        }

        var end = Await(task, this);
        Detach();
        return end;

        static async Task Await(Task task, ObservedCall<TTags> call)
        {
            try
            {
                await task.ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                call.Failed(exception);
                throw;
            }

            call.Succeeded();
        }
    }

    /// <summary>Ends with the task. A task that is already complete is returned as it is, without an allocation.</summary>
    /// <param name="task">What the observed method returned.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Task<T> Complete<T>(Task<T> task)
    {
        if (task is null || task.Status == TaskStatus.RanToCompletion)
        {
            Succeeded();
            return task!;
        }

        var end = Await(task, this);
        Detach();
        return end;

        static async Task<T> Await(Task<T> task, ObservedCall<TTags> call)
        {
            T result;
            try
            {
                result = await task.ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                call.Failed(exception);
                throw;
            }

            call.Succeeded();
            return result;
        }
    }

    /// <summary>Ends with the task. A task that is already complete is returned as it is, without an allocation.</summary>
    /// <param name="task">What the observed method returned.</param>
    public ValueTask Complete(ValueTask task)
    {
        if (task.IsCompletedSuccessfully)
        {
            Succeeded();
            return task;
        }

        var end = Await(task, this);
        Detach();
        return end;

#if NET
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
        static async ValueTask Await(ValueTask task, ObservedCall<TTags> call)
        {
            try
            {
                await task.ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                call.Failed(exception);
                throw;
            }

            call.Succeeded();
        }
    }

    /// <summary>Ends with the task. A task that is already complete is returned as it is, without an allocation.</summary>
    /// <param name="task">What the observed method returned.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public ValueTask<T> Complete<T>(ValueTask<T> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            Succeeded();
            return task;
        }

        var end = Await(task, this);
        Detach();
        return end;

#if NET
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
        static async ValueTask<T> Await(ValueTask<T> task, ObservedCall<TTags> call)
        {
            T result;
            try
            {
                result = await task.ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                call.Failed(exception);
                throw;
            }

            call.Succeeded();
            return result;
        }
    }

    /// <summary>
    /// Takes the activity off the caller's flow. An activity that starts in synchronous code and ends in a continuation would otherwise stay
    /// current, stopped, in the caller.
    /// </summary>
    internal void Detach()
    {
        if (_activity is null)
            return;
#if NET
        // Setting the current activity copies the execution context; the one from before is still there. What the observed code has set in it besides stays set for the
        // caller, as it does without observation.
        if (_inside is not null && ReferenceEquals(ExecutionContext.Capture(), _inside))
        {
            ExecutionContext.Restore(_outside!);
            return;
        }
#endif
        Activity.Current = _previous;
    }

    /// <summary>Makes the activity current again, in the flow of the continuation, so that the log record finds it.</summary>
    internal void Attach()
    {
        if (_activity is not null && !ReferenceEquals(Activity.Current, _activity))
            Activity.Current = _activity;
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
        if (_activity is not null)
        {
            // Stopping makes current what was so at the start. Who was stopped by the observed code itself does not.
            if (!_activity.IsStopped)
                _activity.Dispose();
            else if (!ReferenceEquals(Activity.Current, _previous))
                Activity.Current = _previous;
        }

        if (_operation.Flushes)
            ObservabilityRuntime.Flush();
    }

    private bool IsKept(LogLevel level)
    {
        var sampler = _operation.Source.Sampler;
        return sampler.Ratio >= 1 || sampler.ShouldLog(level, _activity ?? Activity.Current);
    }

    private void Log(LogLevel level, EventId eventId, CallOutcome outcome, double seconds, string? errorType, Exception? exception)
    {
        Attach();
        _logger!.Log(level, eventId, new CallRecord<TTags>(_operation, _tags, outcome, seconds, errorType), exception, CallRecord<TTags>.Formatter);
    }
}
