using System;
using System.Threading;
using System.Threading.Tasks;

namespace Polly
{
    public class PolicyBuilder
    {
        public PolicyBuilder Or<TException>()
            where TException : Exception => this;
    }

    public abstract class Policy
    {
        public static PolicyBuilder Handle<TException>()
            where TException : Exception => new();

        public static PolicyBuilder Handle<TException>(Func<TException, bool> predicate)
            where TException : Exception => new();
    }

    public class AsyncPolicy
    {
        public Task ExecuteAsync(Func<Task> action) => action();

        public Task<T> ExecuteAsync<T>(Func<Task<T>> action) => action();
    }

    public class AsyncRetryPolicy : AsyncPolicy
    {
    }

    public class AsyncCircuitBreakerPolicy : AsyncPolicy
    {
    }

    public static class PolicyExtensions
    {
        public static AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder builder, int retryCount, Func<int, TimeSpan> sleep) => new();

        public static AsyncRetryPolicy RetryAsync(this PolicyBuilder builder, int retryCount) => new();

        public static AsyncCircuitBreakerPolicy CircuitBreakerAsync(this PolicyBuilder builder, int exceptions, TimeSpan duration) => new();
    }

    public class ResiliencePipelineBuilder
    {
        public ResiliencePipeline Build() => new();
    }

    public class ResiliencePipeline
    {
        public ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> callback, CancellationToken cancellationToken = default) => callback(cancellationToken);

        public ValueTask ExecuteAsync(Func<CancellationToken, ValueTask> callback, CancellationToken cancellationToken = default) => callback(cancellationToken);
    }

    public class PredicateBuilder
    {
        public PredicateBuilder Handle<TException>()
            where TException : Exception => this;
    }

    public class RetryStrategyOptions
    {
        public object ShouldHandle { get; set; }

        public int MaxRetryAttempts { get; set; }
    }

    public static class RetryResiliencePipelineBuilderExtensions
    {
        public static ResiliencePipelineBuilder AddRetry(this ResiliencePipelineBuilder builder, RetryStrategyOptions options) => builder;

        public static ResiliencePipelineBuilder AddTimeout(this ResiliencePipelineBuilder builder, TimeSpan timeout) => builder;
    }
}
