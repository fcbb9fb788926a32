using System.Data.Common;
using System.Diagnostics;
using System.Net.Http.Json;
using Amazon.DynamoDBv2;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using OrdersService;
using Skylint.EndToEnd.Otlp;
using Skylint.EndToEnd.Tests.Fakes;
using Skylint.Observability;

namespace Skylint.EndToEnd.Tests;

/// <summary>One run of the sample in this process, all roles at once: real HTTP in, real AWS clients over a fake wire, SQLite, and both an in-memory exporter and OTLP out.</summary>
public sealed class SampleRun : IAsyncDisposable
{
    public const int Orders = 3;

    private readonly StringWriter _output = new();
    private readonly FakeAws _aws = new();
    private readonly SqliteDatabase _database = new();

    private SampleRun()
    {
    }

    public Journey Journey { get; private set; } = null!;

    public IReadOnlyList<string> Lines { get; private set; } = [];

    public List<Activity> ExportedSpans { get; } = [];

    public List<MetricSnapshot> ExportedMetrics { get; } = [];

    internal FakeAws Aws => _aws;

    internal SqliteDatabase Database => _database;

    public static async Task<SampleRun> RunAsync()
    {
        var run = new SampleRun();
        await using var receiver = await OtlpReceiver.StartAsync();
        var poison = ActivityTraceId.CreateRandom().ToHexString();
        await using (var app = run.Build(receiver.Endpoint))
        {
            await app.StartAsync();
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            for (var i = 0; i < Orders; i++)
            {
                using var response = await http.PostAsJsonAsync("/orders", new { customerId = Journey.Customer, lines = new[] { new { sku = "sku-1", quantity = 12, price = 9.5m } } });
                Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            }

            run._aws.Queues.Put("placed", new()
            {
                ["MessageBody"] = "this is no order",
                ["MessageAttributes"] = new System.Text.Json.Nodes.JsonObject { ["traceparent"] = new System.Text.Json.Nodes.JsonObject { ["DataType"] = "String", ["StringValue"] = $"00-{poison}-00f067aa0ba902b7-01" } },
            });
            var start = Stopwatch.GetTimestamp();
            do
            {
                await Task.Delay(20);
                app.Services.GetRequiredService<TracerProvider>().ForceFlush();
                app.Services.GetRequiredService<MeterProvider>().ForceFlush();
                run.Read(receiver, poison);
            }
            while (!run.Journey.IsComplete(database: false) && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30));
            await app.StopAsync();
        }

        run.Read(receiver, poison);
        return run;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private WebApplication Build(string collector) => OrdersHost.Build(
        [
            "--urls=http://127.0.0.1:0",
            "--environment=Development",
            "--Orders:Roles=api,ledger,shipping",
            "--Orders:SuccessLogRatio=1",
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
        ],
        services =>
        {
            services.Replace(ServiceDescriptor.Singleton(_aws.Sqs));
            services.Replace(ServiceDescriptor.Singleton(_aws.Sns));
            services.Replace(ServiceDescriptor.Singleton(_aws.S3));
            services.Replace(ServiceDescriptor.Singleton(_aws.DynamoDb));
            services.Replace(ServiceDescriptor.Singleton<DbDataSource>(_database));

            // The sample writes to the standard output, which belongs to the test host.
            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(new JsonLoggerProvider(_output, "orders"));
            services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(ExportedSpans));
            services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddInMemoryExporter(ExportedMetrics));
        });

    private void Read(OtlpReceiver receiver, string poison)
    {
        string text;
        lock (_output)
            text = _output.ToString();
        Lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // The collector is in this process too, so the sample's instrumentation sees what it receives.
        Journey = new Journey([.. receiver.Spans.Where(s => !IsCollectors(s.Name))], receiver.Histograms, [.. Lines.Select(line => LogLine.Parse(line, out _)).OfType<LogLine>()], Orders, poison);
    }

    private static bool IsCollectors(string span) => span.StartsWith("POST /v1/", StringComparison.Ordinal);
}
