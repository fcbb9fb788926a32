using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.EndToEnd;

/// <summary>Allocations of a call through the generated decorator, to the byte, beyond those of the call itself.</summary>
[Collection(Serial.Name)]
public sealed class AllocationTests
{
    private const int Calls = 1000;
    private static readonly Task<int> s_done = Task.FromResult(1);
    private static readonly Func<Task<int>> s_task = () => s_done;
    private static readonly Func<ValueTask<int>> s_value = () => new ValueTask<int>(1);
    private static readonly Func<int> s_sync = () => 1;

    private readonly IOrderService _service = new ObservedOrderService(new OrderService(), NullLogger.Instance);

    [Fact]
    public void Off() => Assert.Equal((0, 0, 0), (PerCall(TaskCall), PerCall(ValueCall), PerCall(SyncCall)));

    [Fact]
    public void MetricsOnly()
    {
        using var meters = Meters();
        Assert.Equal((0, 0, 0), (PerCall(TaskCall), PerCall(ValueCall), PerCall(SyncCall)));
    }

    [Fact]
    public void ListenerThatDoesNotSample()
    {
        using var meters = Meters();
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "orders", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.None };
        ActivitySource.AddActivityListener(listener);

        // What the runtime needs to ask the sampler is the floor: a bare activity source named alike costs the same.
        using var source = new ActivitySource("orders");
        var floor = PerCall(() => source.StartActivity("x")?.Dispose());
        Assert.Equal((floor, floor, floor), (PerCall(TaskCall), PerCall(ValueCall), PerCall(SyncCall)));
        using var parent = new Activity("parent").Start();
        var below = PerCall(() => source.StartActivity("x")?.Dispose());
        Assert.Equal((below, below, below), (PerCall(TaskCall), PerCall(ValueCall), PerCall(SyncCall)));
        Assert.Equal(0, below);
    }

    [Fact]
    public void LoggerThatDropsTheSuccess()
    {
        IOrderService service = new ObservedOrderService(new OrderService(), new LevelLogger(LogLevel.Error));
        Assert.Equal(0, PerCall(() => service.TaskOfAsync(s_task).GetAwaiter().GetResult()));
    }

    [Fact]
    public void LoggerThatTakesTheSuccess()
    {
        IOrderService service = new ObservedOrderService(new OrderService(), new LevelLogger(LogLevel.Information));
        Assert.Equal(0, PerCall(() => service.TaskOfAsync(s_task).GetAwaiter().GetResult()));
    }

    private static long PerCall(Action call)
    {
        for (var i = 0; i < Calls; i++)
            call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            call();
        var total = GC.GetAllocatedBytesForCurrentThread() - before;

        // Less than one call's worth is the runtime's own, such as a method that is compiled anew in the middle of the loop.
        return total / Calls;
    }

    private void TaskCall() => _service.TaskOfAsync(s_task).GetAwaiter().GetResult();

    private void ValueCall() => _service.ValueOfAsync(3, s_value).GetAwaiter().GetResult();

    private void SyncCall() => _service.Sync(Tier.Pro, s_sync);

    private static MeterListener Meters()
    {
        var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter.Name == "orders") l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => { });
        listener.Start();
        return listener;
    }

    private sealed class LevelLogger(LogLevel level) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => logLevel >= level;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => formatter(state, exception);
    }
}
