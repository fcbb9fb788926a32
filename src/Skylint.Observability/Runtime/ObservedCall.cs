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
    private readonly CallState<TTags> _state;
#if NET
    private readonly ExecutionContext? _outside;
    private readonly ExecutionContext? _inside;
#endif

    /// <param name="state">What the end of the call needs.</param>
    /// <param name="outside">The execution context before the activity became current; null when it is not known.</param>
    internal ObservedCall(CallState<TTags> state, ExecutionContext? outside)
    {
        _state = state;
#if NET
        _outside = outside;
        _inside = outside is null ? null : ExecutionContext.Capture();
#endif
    }

    /// <summary>The call returned.</summary>
    public void Succeeded() => _state.Succeeded();

    /// <summary>The call threw. A cancellation that the caller asked for is not an error.</summary>
    /// <param name="exception">What it threw.</param>
    public void Failed(Exception exception) => _state.Failed(exception);

    /// <summary>The call was given up: by the caller's token, or because nobody wanted the rest of a stream.</summary>
    internal void Cancelled() => _state.Cancelled();

    /// <summary>Ends with the task. A task that is already complete is returned as it is, without an allocation.</summary>
    /// <param name="task">What the observed method returned.</param>
    public Task Complete(Task task)
    {
        if (task is null || task.Status == TaskStatus.RanToCompletion)
        {
            Succeeded();
            return task!;
        }

        var end = Await(task, _state);
        Detach();
        return end;

        static async Task Await(Task task, CallState<TTags> call)
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

        var end = Await(task, _state);
        Detach();
        return end;

        static async Task<T> Await(Task<T> task, CallState<TTags> call)
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

        var end = Await(task, _state);
        Detach();
        return end;

#if NET
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
        static async ValueTask Await(ValueTask task, CallState<TTags> call)
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

        var end = Await(task, _state);
        Detach();
        return end;

#if NET
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
        static async ValueTask<T> Await(ValueTask<T> task, CallState<TTags> call)
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
        if (_state.Activity is null)
            return;
#if NET
        // Setting the current activity copies the execution context; the one from before is still there. What the observed code has set in it stays set for the caller,
        // as it does without observation.
        if (_outside is not null && _inside is not null && ReferenceEquals(ExecutionContext.Capture(), _inside))
        {
            ExecutionContext.Restore(_outside);
            return;
        }
#endif
        Activity.Current = _state.Previous;
    }

    /// <summary>Makes the activity current again, in the flow of the continuation, so that the log record finds it.</summary>
    internal void Attach() => _state.Attach();
}
