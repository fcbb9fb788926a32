using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>
/// A stream under observation, from its enumeration to its disposal. The producer's code runs in the flow of whoever asks for the next element, so the
/// activity is made current around each step and taken back before the consumer continues.
/// </summary>
internal sealed class ObservedStream<T, TTags>(Operation operation, IAsyncEnumerable<T> stream, TTags tags, ILogger? logger, CancellationToken cancellation) : IAsyncEnumerable<T>
    where TTags : struct, ITagSet
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var call = operation.Start(tags, logger, cancellationToken.CanBeCanceled ? cancellationToken : cancellation);
        try
        {
            return new Enumerator(stream.GetAsyncEnumerator(cancellationToken), call);
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
        finally
        {
            call.Detach();
        }
    }

    private sealed class Enumerator(IAsyncEnumerator<T> inner, ObservedCall<TTags> call) : IAsyncEnumerator<T>
    {
        private bool _ended;

        public T Current => inner.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            var caller = Activity.Current;
            call.Attach();
            ValueTask<bool> step;
            try
            {
                step = inner.MoveNextAsync();
            }
            catch (Exception exception)
            {
                Fail(exception);
                Activity.Current = caller;
                throw;
            }

            if (step.IsCompletedSuccessfully)
            {
                // The result of a value task may be taken once; here it is taken by us, and a new one is handed on.
                var more = step.Result;
                if (!more)
                    Succeed();
                Activity.Current = caller;
                return new ValueTask<bool>(more);
            }

            Activity.Current = caller;
            return Await(step);
        }

        public async ValueTask DisposeAsync()
        {
            call.Attach();
            try
            {
                await inner.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Fail(exception);
                throw;
            }

            if (!_ended)
            {
                _ended = true;
                call.Attach();
                call.Cancelled();
            }
        }

#if NET
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
        private async ValueTask<bool> Await(ValueTask<bool> step)
        {
            bool more;
            try
            {
                more = await step.ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                call.Attach();
                Fail(exception);
                throw;
            }

            if (!more)
            {
                call.Attach();
                Succeed();
            }

            return more;
        }

        private void Succeed()
        {
            if (_ended)
                return;
            _ended = true;
            call.Succeeded();
        }

        private void Fail(Exception exception)
        {
            if (_ended)
                return;
            _ended = true;
            call.Failed(exception);
        }
    }
}
