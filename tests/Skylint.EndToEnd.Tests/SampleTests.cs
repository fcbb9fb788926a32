using OpenTelemetry.Metrics;
using Skylint.EndToEnd.Otlp;

namespace Skylint.EndToEnd.Tests;

/// <summary>Orders through the sample, from HTTP through SQS and SNS to the database.</summary>
public sealed class SampleTests : IAsyncLifetime
{
    private SampleRun _run = null!;

    private Journey Journey => _run.Journey;

    public async Task InitializeAsync() => _run = await SampleRun.RunAsync();

    public async Task DisposeAsync() => await _run.DisposeAsync();

    [Fact]
    public void One_trace_joins_all_that_an_order_leaves_behind()
    {
        Assert.Equal([], Journey.Problems(database: false));
        Assert.All(_run.Lines, line =>
        {
            LogLine.Parse(line, out var problem);
            Assert.Null(problem);
        });
        Assert.Equal(SampleRun.Orders, _run.Database.Entries);
        Assert.Equal(SampleRun.Orders, _run.Aws.Items.Count);
        Assert.Equal(SampleRun.Orders, _run.Aws.Objects.Count);

        // The same arrives at an exporter in this process.
        var traces = Journey.OrderTraces.Append(Journey.PoisonTrace).ToHashSet();
        Assert.Equal(Journey.Spans.Select(s => s.SpanId).Order(), _run.ExportedSpans.Where(s => traces.Contains(s.TraceId.ToHexString())).Select(s => s.SpanId.ToHexString()).Order());
        var duration = _run.ExportedMetrics.Last(m => m.Name == "operation.duration");
        Assert.Equal("s", duration.Unit);
        Assert.Equal(MetricType.Histogram, duration.MetricType);
        Assert.Equal(3 * SampleRun.Orders, duration.MetricPoints.Sum(p => (int)p.GetHistogramCount()));

        // Both carriers are on the wire, and the queue's own attribute as well.
        foreach (var (queue, message) in _run.Aws.Queues.Sent.Where(s => s.Message["MessageBody"]!.GetValue<string>().StartsWith('{')))
        {
            Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$", message["MessageAttributes"]!["traceparent"]!["StringValue"]!.GetValue<string>());
            Assert.Equal(queue == "placed", message["MessageSystemAttributes"]?["AWSTraceHeader"] is not null);
        }
    }

    /// <summary>The judge can say no: each of these is what a service looks like that does it wrong.</summary>
    [Fact]
    public void The_judge_objects()
    {
        var trace = Journey.OrderTraces[0];
        var book = Journey.Spans.First(s => s.TraceId == trace && s.Name == "ILedger.BookAsync");
        var process = Journey.Spans.First(s => s.TraceId == trace && s.Name == "process placed");
        Objects("not below 'process placed'", Replace(book, book with { ParentId = "0000000000000001" }));
        Objects("not linked", Replace(process, process with { Links = [] }));
        Objects("is no order's", Replace(book, book with { TraceId = "00000000000000000000000000000001" }));
        Objects("0 spans 'ILedger.BookAsync'", Journey with { Spans = [.. Journey.Spans.Where(s => s != book)] });
        Objects("which its service did not export", Replace(book, book with { Service = "another" }), "its service did not export");
        Objects("counts", Journey with { Histograms = [] });
        Objects("no record 'process placed completed", Journey with { Lines = [.. Journey.Lines.Where(l => !l.Message.StartsWith("process placed", StringComparison.Ordinal))] });
        Objects("a sensitive value", Replace(book, book with { Tags = new Dictionary<string, string> { ["customer"] = Journey.Customer } }));

        void Objects(string expected, Journey changed, string? otherwise = null) =>
            Assert.Contains(changed.Problems(database: false), p => p.Contains(otherwise ?? expected, StringComparison.Ordinal));

        Journey Replace(Span old, Span changed) => Journey with { Spans = [.. Journey.Spans.Select(s => s == old ? changed : s)] };
    }

    [Fact]
    public void The_record_of_a_trace_is_its_tree()
    {
        var text = TraceRecord.Write(Journey, Journey.OrderTraces[0]);
        using var json = System.Text.Json.JsonDocument.Parse(text);
        Assert.Equal(
            [(0, "POST /orders/"), (1, "IOrderService.PlaceAsync"), (2, "process placed"), (3, "ILedger.BookAsync"), (2, "process shipping"), (3, "Dispatcher.DispatchAsync")],
            json.RootElement.GetProperty("spans").EnumerateArray().Select(s => (s.GetProperty("depth").GetInt32(), s.GetProperty("name").GetString()!)).OrderBy(s => Order(s.Item2)));

        static int Order(string name) => Array.IndexOf(["POST /orders/", "IOrderService.PlaceAsync", "process placed", "ILedger.BookAsync", "process shipping", "Dispatcher.DispatchAsync"], name);
    }
}
