using System.Diagnostics;
using System.Net.Http.Json;
using Skylint.EndToEnd;
using Skylint.EndToEnd.Otlp;
using Skylint.Observability;

// decide RATIO TRACE...: says for each trace whether a process that samples at this ratio keeps its records.
if (args is ["decide", var ratio, .. var traces])
{
    var sampler = new LogSampler(double.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture));
    foreach (var trace in traces)
        Console.WriteLine(sampler.Keeps(ActivityTraceId.CreateFromString(trace)) ? "kept" : "dropped");
    return 0;
}

// SERVICE_DLL AWS_URL DYNAMODB_URL POSTGRES_CONNECTION [RECORD_FILE]: sends orders through the sample, in three processes, and judges what they leave behind. See run.sh.
const int Orders = 3;
if (args.Length is not (4 or 5))
{
    Console.Error.WriteLine("Started by run.sh.");
    return 2;
}

var (assembly, awsUrl, dynamoUrl, database) = (Path.GetFullPath(args[0]), args[1], args[2], args[3]);
var resources = new Resources(awsUrl, dynamoUrl);
await resources.CreateAsync();
await using var receiver = await OtlpReceiver.StartAsync();
var environment = new Dictionary<string, string>
{
    ["ASPNETCORE_ENVIRONMENT"] = "Development",
    ["AWS_REGION"] = "us-east-1",
    ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Endpoint,
    ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
    ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
    ["Aws__ServiceUrl"] = awsUrl,
    ["Aws__DynamoDbUrl"] = dynamoUrl,
    ["ConnectionStrings__Ledger"] = database,
    ["Orders__SuccessLogRatio"] = "1",
    ["Orders__PlacedQueueUrl"] = resources.PlacedQueueUrl,
    ["Orders__ShippingQueueUrl"] = resources.ShippingQueueUrl,
    ["Orders__PlacedTopicArn"] = resources.TopicArn,
};
var (api, url) = await Service.StartAsync(assembly, "api", environment);
var (ledger, _) = await Service.StartAsync(assembly, "ledger", environment);
var (shipping, _) = await Service.StartAsync(assembly, "shipping", environment);
var poison = ActivityTraceId.CreateRandom().ToHexString();
await using (api)
await using (ledger)
await using (shipping)
{
    using var http = new HttpClient { BaseAddress = new Uri(url) };
    for (var i = 0; i < Orders; i++)
    {
        using var response = await http.PostAsJsonAsync("/orders", new { customerId = Journey.Customer, lines = new[] { new { sku = "sku-1", quantity = 12, price = 9.5m } } });
        if (!response.IsSuccessStatusCode)
        {
            Console.WriteLine($"The API answered {(int)response.StatusCode}:\n{string.Join('\n', api.Output)}");
            return 1;
        }

        // One after the other: the last one then shows services that are warm.
        await UntilAsync(() => new[] { "ILedger.BookAsync", "Dispatcher.DispatchAsync" }.All(name => Current().Spans.Count(s => s.Name == name) > i));
    }

    await resources.PoisonAsync(poison);
    await UntilAsync(() => Current().IsComplete(database: true));
}

var journey = Current();
var problems = Schema().Concat(journey.Problems(database: true)).ToList();
foreach (var problem in problems)
    Console.WriteLine(problem);
foreach (var trace in journey.OrderTraces)
    Console.WriteLine($"trace {trace}: {journey.Spans.Count(s => s.TraceId == trace)} spans of {journey.Spans.Where(s => s.TraceId == trace).Select(s => s.Service).Distinct().Count()} services, {journey.Lines.Count(l => l.TraceId == trace)} records");
if (args.Length == 5 && problems.Count == 0)
    await File.WriteAllTextAsync(args[4], TraceRecord.Write(journey, journey.OrderTraces[^1]));
Console.WriteLine($"{Orders} orders, {journey.Spans.Count} spans, {journey.Lines.Count} records, {journey.Histograms.Count} series, {problems.Count} problems");
return problems.Count == 0 ? 0 : 1;

static async Task UntilAsync(Func<bool> condition)
{
    var start = Stopwatch.GetTimestamp();
    while (!condition() && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60))
        await Task.Delay(200);
}

IEnumerable<string> Output() => api.Output.Concat(ledger.Output).Concat(shipping.Output);

Journey Current() => new(receiver.Spans, receiver.Histograms, [.. Output().Select(line => LogLine.Parse(line, out _)).OfType<LogLine>()], Orders, poison);

IEnumerable<string> Schema()
{
    foreach (var line in Output())
    {
        LogLine.Parse(line, out var problem);
        if (problem is not null)
            yield return problem;
    }
}
