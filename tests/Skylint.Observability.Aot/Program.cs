using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.SQS.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Skylint.Observability;
using Skylint.Observability.Aot;

var spans = new List<Activity>();
var measured = 0;
using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "aot", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = spans.Add };
ActivitySource.AddActivityListener(listener);
using var meters = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == "aot") l.EnableMeasurementEvents(instrument); } };
meters.SetMeasurementEventCallback<double>((_, _, _, _) => measured++);
meters.Start();

using var output = new StringWriter();
var services = new ServiceCollection();
services.AddLogging();
services.AddSkylintObservability(o => o.Output = output);
services.AddObservedOrders<Orders>(ServiceLifetime.Singleton);
services.AddSingleton<Worker>();
await using var provider = services.BuildServiceProvider();

var orders = provider.GetRequiredService<IOrders>();
var worker = provider.GetRequiredService<Worker>();
await orders.PlaceAsync(Tier.Pro, "o-1", "nobody@example.com", 12.5m);
await orders.CountAsync("web");
await foreach (var _ in orders.All(2, CancellationToken.None))
{
}

await worker.HandleAsync("m-1", CancellationToken.None);
try
{
    await worker.HandleAsync("bad", CancellationToken.None);
    return Fail("the failure was lost");
}
catch (InvalidOperationException)
{
}

SendMessageRequest request;
using (var send = new Activity("send").Start())
{
    request = new SendMessageRequest("q", "body").InjectTraceContext();
    if (request.MessageAttributes["traceparent"].StringValue != send.Id)
        return Fail("the message does not carry the context");
}

await new Message { MessageId = "1", MessageAttributes = request.MessageAttributes }.ProcessAsync(_ => Task.CompletedTask, provider.GetRequiredService<ILogger<Worker>>(), "q");

var text = output.ToString();
var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
if (spans.Count != 6 || measured != 6 || lines.Length != 8)
    return Fail($"{spans.Count} spans, {measured} measurements, {lines.Length} records:\n{text}");
if (!text.Contains("Order o-1 of 12.50 placed by Pro", StringComparison.Ordinal) || text.Contains("example.com", StringComparison.Ordinal) || lines.Count(l => l.Contains("\"level\":\"Error\"", StringComparison.Ordinal)) != 1)
    return Fail(text);
Console.WriteLine($"ok: {spans.Count} spans, {measured} measurements, {lines.Length} records");
return 0;

static int Fail(string what)
{
    Console.WriteLine(what);
    return 1;
}
