using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Skylint.Observability.Benchmarks;
using Skylint.Observability.Benchmarks.Generator;

// "generator [METHODS] [EDITS]" measures the generator at an edit; otherwise "[BATCHES]" measures calls through what it writes.
if (args is ["generator", ..])
    return GeneratorBenchmark.Run(args.Length > 1 ? int.Parse(args[1]) : 1000, args.Length > 2 ? int.Parse(args[2]) : 60);

// Prints the table of the guide. Minimum of many interleaved batches: what shares the machine can only make a batch slower, and interleaving gives every contestant the same luck.
var batches = args.Length > 0 && int.TryParse(args[0], out var n) ? n : 60;
const int Calls = 2_000;
var parent = new Activity("parent");
parent.Start();

Console.WriteLine("| state | generated | by hand | naive | run-time proxy | raw call | generated : naive | generated : by hand | goal |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
var failures = 0;
var silent = true;
Run("", LogLevel.Information, metrics: true, trace: ActivitySamplingResult.AllDataAndRecorded, suspend: false, maxRatio: 0, maxBytes: 0);
silent = false;
failures = 0;
Run("all off", LogLevel.None, metrics: false, trace: null, suspend: false, maxRatio: 0.06, maxBytes: 0);
Run("metrics only", LogLevel.None, metrics: true, trace: null, suspend: false, maxRatio: 0.45, maxBytes: 0);
Run("listener, unsampled", LogLevel.None, metrics: true, trace: ActivitySamplingResult.None, suspend: false, maxRatio: 0.55, maxBytes: 0);
Run("metrics + logs", LogLevel.Information, metrics: true, trace: null, suspend: false, maxRatio: 0.78, maxBytes: 104);
Run("all on, sampled", LogLevel.Information, metrics: true, trace: ActivitySamplingResult.AllDataAndRecorded, suspend: false, maxRatio: 0.82, maxBytes: 600);
Run("off, suspended", LogLevel.None, metrics: false, trace: null, suspend: true, maxRatio: 0, maxBytes: long.MaxValue);
Run("all on, suspended", LogLevel.Information, metrics: true, trace: ActivitySamplingResult.AllDataAndRecorded, suspend: true, maxRatio: 0, maxBytes: long.MaxValue);
return failures == 0 ? 0 : 1;

void Run(string state, LogLevel level, bool metrics, ActivitySamplingResult? trace, bool suspend, double maxRatio, long maxBytes)
{
    var inner = new Orders { Suspend = suspend };
    var sink = new Sink(level);
    IOrders[] contestants = [new ObservedOrders(inner, sink), new HandWritten(inner, sink), new Naive(inner, sink), Proxy.Around(inner, sink), inner];
    using var meters = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == "bench") l.EnableMeasurementEvents(instrument); } };
    using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "bench", Sample = (ref ActivityCreationOptions<ActivityContext> _) => trace ?? ActivitySamplingResult.None };
    if (metrics)
    {
        meters.SetMeasurementEventCallback<double>((_, _, _, _) => { });
        meters.SetMeasurementEventCallback<long>((_, _, _, _) => { });
        meters.Start();
    }

    if (trace is not null)
        ActivitySource.AddActivityListener(listener);
    var time = new double[contestants.Length];
    var bytes = new long[contestants.Length];
    Array.Fill(time, double.MaxValue);
    Array.Fill(bytes, long.MaxValue);
    // The compiler optimizes in the background, in two steps; the batches that count start after both.
    for (var warm = 0; warm < 4; warm++)
    {
        foreach (var contestant in contestants)
            Batch(contestant, suspend);
        Thread.Sleep(250);
    }

    for (var batch = 0; batch < batches; batch++)
    {
        for (var i = 0; i < contestants.Length; i++)
        {
            var before = suspend ? GC.GetTotalAllocatedBytes(precise: true) : GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            Batch(contestants[i], suspend);
            var elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
            var allocated = (suspend ? GC.GetTotalAllocatedBytes(precise: true) : GC.GetAllocatedBytesForCurrentThread()) - before;
            time[i] = Math.Min(time[i], elapsed);
            bytes[i] = Math.Min(bytes[i], allocated / Calls);
        }
    }

    if (silent)
        return;
    var ratio = time[0] / time[2];

    // Bytes are exact and decide the exit code. Times on a machine that others use too are for reading.
    var bytesMet = bytes[0] <= maxBytes && (suspend || bytes[0] <= bytes[1]);
    failures += bytesMet ? 0 : 1;
    var cells = contestants.Select((_, i) => $"{time[i]:0} ns, {bytes[i]} B");
    var goal = maxRatio == 0 ? "none" : $"{maxRatio:0.00}, {maxBytes} B: {(ratio <= maxRatio ? "met" : "missed")}, {(bytesMet ? "met" : "MISSED")}";
    Console.WriteLine($"| {state} | {string.Join(" | ", cells)} | {ratio:0.00} | {time[0] / time[1]:0.00} | {goal} |");
}

static void Batch(IOrders orders, bool suspend)
{
    for (var i = 0; i < Calls; i++)
    {
        var call = orders.PlaceAsync("pro", "order-17", CancellationToken.None);
        if (!call.IsCompletedSuccessfully || suspend)
            call.AsTask().GetAwaiter().GetResult();
        else
            call.GetAwaiter().GetResult();
    }
}
