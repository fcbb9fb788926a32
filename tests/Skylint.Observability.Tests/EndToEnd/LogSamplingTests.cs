using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.EndToEnd;

/// <summary>Which calls leave a record at which ratio: every failure, and the share of successes that was asked for.</summary>
[Collection(Serial.Name)]
public sealed class LogSamplingTests : IDisposable
{
    private const int Traces = 100_000;
    private const int Failures = 500;
    private static readonly Func<int> s_ok = () => 1;
    private static readonly Func<int> s_fail = () => throw new InvalidOperationException("x");

    public void Dispose() => new ServiceCollection().AddSkylintObservability(o => o.JsonConsole = false);

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.01, true)]
    [InlineData(0.05, true)]
    [InlineData(0.5, true)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(0.05, false)]
    [InlineData(1, false)]
    public void EveryFailureAndTheShareOfSuccesses(double ratio, bool traced)
    {
        new ServiceCollection().AddSkylintObservability(o => (o.JsonConsole, o.SuccessLogRatio) = (false, ratio));
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "orders", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData };
        if (traced)
            ActivitySource.AddActivityListener(listener);
        var counter = new Counter();
        IOrderService service = new ObservedOrderService(new OrderService(), counter);
        for (var i = 0; i < Traces; i++)
            service.Sync(Tier.Pro, s_ok);
        for (var i = 0; i < Failures; i++)
            Assert.Throws<InvalidOperationException>(() => service.Sync(Tier.Pro, s_fail));

        Assert.Equal(Failures, counter.Errors);
        Assert.InRange(counter.Successes, Traces * ratio * 0.9, Traces * ratio * 1.1);
    }

    private sealed class Counter : ILogger
    {
        public int Successes { get; private set; }

        public int Errors { get; private set; }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
                Errors++;
            else
                Successes++;
        }
    }
}
