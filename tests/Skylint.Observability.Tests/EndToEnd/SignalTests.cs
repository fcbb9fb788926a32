using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.EndToEnd;

/// <summary>The generated decorator at work: what a call leaves in traces, metrics and logs.</summary>
[Collection(Serial.Name)]
public sealed class SignalTests
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    [Fact]
    public async Task SuccessLeavesOneSpanOneMeasurementAndOneRecord()
    {
        using var recording = new Recording();
        var order = await Service(recording).PlaceAsync("pro", "o-1", "a@example.com", 12.5m, s_none);

        Assert.Equal("o-1", order.Id);
        var span = recording.Span;
        Assert.Equal("IOrderService.PlaceAsync", span.DisplayName);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal([("order.tier", (object?)"pro"), ("order.id", "o-1")], span.TagObjects.Select(t => (t.Key, t.Value)));
        var metric = recording.Metric;
        Assert.Equal("operation.duration", metric.Instrument.Name);
        Assert.Equal("s", metric.Instrument.Unit);
        Assert.InRange(metric.Value, 0, 30);
        Assert.Equal(["operation.name", "order.tier"], metric.Tags.Keys.Order());
        var log = recording.Log;
        Assert.Equal(["timestamp", "level", "service", "trace_id", "span_id", "trace_flags", "message", "logger", "event_id", "event_name", "order.tier", "order.id", "total", "operation.name", "duration_s"], log.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Order o-1 placed for 12.50", log.GetProperty("message").GetString());
        Assert.Equal(span.TraceId.ToHexString(), log.GetProperty("trace_id").GetString());
        Assert.Equal(span.SpanId.ToHexString(), log.GetProperty("span_id").GetString());
        Assert.Equal("01", log.GetProperty("trace_flags").GetString());
        Assert.Equal("orders", log.GetProperty("service").GetString());
        Assert.Equal("Information", log.GetProperty("level").GetString());
        Assert.Equal(1001, log.GetProperty("event_id").GetInt32());
        Assert.Equal(JsonValueKind.Number, log.GetProperty("duration_s").ValueKind);
        Assert.EndsWith("Z", log.GetProperty("timestamp").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", recording.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Shapes => new(Calls.Keys.Order());

    /// <summary>Each shape, completing synchronously, after a suspension, or by throwing before it returns.</summary>
    private static readonly Dictionary<string, Func<IOrderService, Func<Task>, Task>> Calls = new()
    {
        ["Task"] = (s, body) => s.RunAsync(body),
        ["Task<T>"] = (s, body) => s.TaskOfAsync(async () => { await body(); return 1; }),
        ["Task<T> direct"] = (s, body) => s.TaskOfAsync(() => body().ContinueWith(t => { t.GetAwaiter().GetResult(); return 1; }, TaskScheduler.Default)),
        ["ValueTask"] = async (s, body) => await s.ValueAsync(() => new ValueTask(body())),
        ["ValueTask<T>"] = async (s, body) => await s.ValueOfAsync(3, async () => { await body(); return 1; }),
        ["sync"] = (s, body) => Task.FromResult(s.Sync(Tier.Pro, () => { body().GetAwaiter().GetResult(); return 1; })),
        ["void"] = (s, body) => { s.Nothing(() => body().GetAwaiter().GetResult()); return Task.CompletedTask; },
        ["stream"] = async (s, body) => { await foreach (var _ in s.StreamAsync(3, _ => body().GetAwaiter().GetResult())) { } },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task SuccessInEveryShape(string shape)
    {
        foreach (var body in new Func<Task>[] { () => Task.CompletedTask, async () => await Task.Delay(1) })
        {
            using var recording = new Recording();
            var outer = Activity.Current;
            Activity? inside = null;
            await Calls[shape](Service(recording), async () => { inside ??= Activity.Current; await body(); });

            Assert.Same(outer, Activity.Current);
            var span = recording.Span;
            Assert.Same(span, inside);
            Assert.Equal(ActivityStatusCode.Unset, span.Status);
            Assert.False(recording.Metric.Tags.ContainsKey("error.type"));
            Assert.Equal(span.SpanId.ToHexString(), recording.Log.GetProperty("span_id").GetString());
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task FailureInEveryShape(string shape)
    {
        foreach (var body in new Func<Task>[] { () => throw new InvalidOperationException("at once"), async () => { await Task.Delay(1); throw new InvalidOperationException("later"); }, () => Task.FromException(new InvalidOperationException("completed")) })
        {
            using var recording = new Recording();
            using var outer = new Activity("outer").Start();
            await Assert.ThrowsAsync<InvalidOperationException>(() => Calls[shape](Service(recording), body));

            Assert.Same(outer, Activity.Current);
            var span = recording.Span;
            Assert.Equal(outer.SpanId, span.ParentSpanId);
            Assert.Equal(ActivityStatusCode.Error, span.Status);
            Assert.Equal("System.InvalidOperationException", span.GetTagItem("error.type"));
            Assert.Empty(span.Events);
            Assert.Equal("System.InvalidOperationException", recording.Metric.Tags["error.type"]);
            var log = recording.Log;
            Assert.Equal("Error", log.GetProperty("level").GetString());
            Assert.Equal("System.InvalidOperationException", log.GetProperty("error.type").GetString());
            Assert.Equal("System.InvalidOperationException", log.GetProperty("exception.type").GetString());
            Assert.Contains("InvalidOperationException", log.GetProperty("exception.stacktrace").GetString(), StringComparison.Ordinal);
            Assert.Equal(span.SpanId.ToHexString(), log.GetProperty("span_id").GetString());
        }
    }

    [Fact]
    public void AnExceptionOfASynchronousPartIsThrownSynchronously()
    {
        using var recording = new Recording();
        Assert.Throws<ArgumentException>(() => { _ = Service(recording).RunAsync(() => throw new ArgumentException("x")); });
        Assert.Equal("System.ArgumentException", recording.Metric.Tags["error.type"]);
    }

    /// <summary>The shapes that return before the call has ended.</summary>
    public static IEnumerable<object[]> SuspendingShapes => ((IEnumerable<object[]>)Shapes).Where(shape => shape[0] is not ("sync" or "void" or "stream"));

    [Theory]
    [MemberData(nameof(SuspendingShapes))]
    public async Task TheCallerKeepsItsActivityWhileTheCallIsUnderWay(string shape)
    {
        using var recording = new Recording();
        var gate = new TaskCompletionSource();
        var running = Calls[shape](Service(recording), () => gate.Task);
        Assert.Null(Activity.Current);
        gate.SetResult();
        await running;
        Assert.Null(Activity.Current);
        Assert.Single(recording.Spans);
    }

    [Fact]
    public async Task ACompletedTaskIsReturnedAsItIs()
    {
        using var recording = new Recording();
        var task = Task.FromResult(5);
        Assert.Same(task, Service(recording).TaskOfAsync(() => task));
        Assert.Single(recording.Spans);
        await task;
    }

    [Fact]
    public async Task CancellationByTheCallerIsNoError()
    {
        using var recording = new Recording();
        using var cts = new CancellationTokenSource();
        var running = Service(recording).RunAsync(() => Task.Delay(Timeout.Infinite, cts.Token), cts.Token);
        await cts.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal(ActivityStatusCode.Unset, recording.Span.Status);
        Assert.Null(recording.Span.GetTagItem("error.type"));
        Assert.False(recording.Metric.Tags.ContainsKey("error.type"));
        Assert.Equal("Debug", recording.Log.GetProperty("level").GetString());
        Assert.Equal("IOrderService.RunAsync was cancelled", recording.Log.GetProperty("message").GetString());
    }

    [Fact]
    public async Task ATimeOutInsideIsAnError()
    {
        using var recording = new Recording();
        using var cts = new CancellationTokenSource();
        await Assert.ThrowsAsync<TaskCanceledException>(() => Service(recording).RunAsync(() => throw new TaskCanceledException("time-out"), cts.Token));
        Assert.Equal(ActivityStatusCode.Error, recording.Span.Status);
    }

    [Fact]
    public async Task WithoutATokenTheExceptionsOwnTokenDecides()
    {
        using var recording = new Recording();
        using var cts = new CancellationTokenSource();
        await cts.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service(recording).ForeverAsync(() => Task.FromCanceled(cts.Token)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service(recording).ForeverAsync(() => throw new TaskCanceledException("t", new TimeoutException(), cts.Token)));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], recording.Spans.Select(s => s.Status));
    }

    [Fact]
    public async Task AStreamIsMeasuredToItsEndAndParentsItsProducersSpans()
    {
        using var recording = new Recording();
        using var outer = new Activity("outer").Start();
        var seen = new List<Activity?>();
        await foreach (var _ in Service(recording).StreamAsync(5, _ => seen.Add(Activity.Current)))
        {
            Assert.Same(outer, Activity.Current);
            Assert.Empty(recording.Spans);
        }

        Assert.Same(outer, Activity.Current);
        Assert.Equal(5, seen.Count);
        Assert.All(seen, a => Assert.Same(recording.Span, a));
        Assert.Equal(outer.SpanId, recording.Span.ParentSpanId);
    }

    [Fact]
    public async Task AnEarlyBreakEndsTheSpanWithoutAnError()
    {
        using var recording = new Recording();
        await foreach (var item in Service(recording).StreamAsync(5, _ => { }))
        {
            if (item == 2)
                break;
        }

        Assert.Equal(ActivityStatusCode.Unset, recording.Span.Status);
        Assert.False(recording.Metric.Tags.ContainsKey("error.type"));
        Assert.Equal("IOrderService.StreamAsync was cancelled", recording.Log.GetProperty("message").GetString());
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task AStreamCanBeEnumeratedTwiceAndNotAtAll()
    {
        using var recording = new Recording();
        var stream = Service(recording).StreamAsync(2, _ => { });
        Assert.Empty(recording.Spans);
        await foreach (var _ in stream) { }
        await foreach (var _ in stream) { }
        Assert.Equal(2, recording.Spans.Count);
    }

    [Fact]
    public async Task ANestedFailureIsLoggedOnce()
    {
        using var recording = new Recording();
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Worker(recording.Logger).HandleAsync("poison", s_none));
        Assert.Equal(["Worker.NestedAsync", "worker.handle"], recording.Spans.Select(s => s.DisplayName));
        Assert.Equal(recording.Spans[1].SpanId, recording.Spans[0].ParentSpanId);
        Assert.Equal(ActivityKind.Consumer, recording.Spans[1].Kind);
        Assert.All(recording.Spans, s => Assert.Equal(ActivityStatusCode.Error, s.Status));
        Assert.All(recording.Measurements, m => Assert.Equal("System.InvalidOperationException", m.Tags["error.type"]));
        Assert.Equal("Worker.NestedAsync failed", recording.Log.GetProperty("message").GetString());
    }

    /// <summary>A cached task that has failed throws one exception object again and again.</summary>
    [Fact]
    public async Task ASharedExceptionIsLoggedForEachCall()
    {
        using var recording = new Recording();
        var failed = Task.FromException(new InvalidOperationException("cached"));
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => Service(recording).RunAsync(() => failed));
        Assert.Equal(3, recording.Logs.Count);
    }

    [Fact]
    public async Task UnsampledTracesAreStillMeasured()
    {
        using var recording = new Recording(ActivitySamplingResult.None);
        await Service(recording).PlaceAsync("gold", "o-1", "", 1, s_none);
        Assert.Empty(recording.Spans);
        Assert.Equal("_OTHER", recording.Metric.Tags["order.tier"]);
        Assert.False(recording.Log.TryGetProperty("trace_id", out _));
    }

    [Fact]
    public void EnumTagsAreNames()
    {
        using var recording = new Recording();
        Service(recording).Sync(Tier.Pro, () => 1);
        Service(recording).Sync((Tier)77, () => 1);
        Assert.Equal(["Pro", "_OTHER"], recording.Measurements.Select(m => m.Tags["tier"]));
        Assert.Equal(["Pro", "77"], recording.Spans.Select(s => s.GetTagItem("tier")));
    }

    [Fact]
    public void OtherMembersPassThrough()
    {
        using var recording = new Recording();
        var service = Service(recording);
        var raised = 0;
        service.Changed += Handler;
        service.Name = "changed";
        Assert.Equal("changed", service.Name);
        Assert.Equal(1, service.Ping());
        service.Changed -= Handler;
        service.Ping();
        Assert.Equal(1, raised);
        Assert.Empty(recording.Spans);

        void Handler(object? sender, EventArgs e) => raised++;
    }

    [Fact]
    public async Task RegistrationDecorates()
    {
        using var recording = new Recording();
        var services = new ServiceCollection();
        services.AddSingleton(recording.Factory);
        services.AddObservedOrderService<OrderService>(ServiceLifetime.Singleton);
        using var provider = services.BuildServiceProvider();
        var service = provider.GetRequiredService<IOrderService>();
        Assert.IsType<ObservedOrderService>(service);
        Assert.Same(service, provider.GetRequiredService<IOrderService>());
        await service.PlaceAsync("pro", "o-2", "", 1, s_none);
        Assert.Equal(typeof(OrderService).FullName, recording.Log.GetProperty("logger").GetString());
    }

    [Fact]
    public async Task WithoutALoggerNothingIsLoggedAndNothingFails()
    {
        using var recording = new Recording();
        IOrderService service = new ObservedOrderService(new OrderService());
        await service.PlaceAsync("pro", "o-2", "", 1, s_none);
        Assert.Single(recording.Spans);
        Assert.Empty(recording.Logs);
    }

    private static IOrderService Service(Recording recording) => new ObservedOrderService(new OrderService(), recording.Logger);
}
