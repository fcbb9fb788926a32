using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Skylint.Observability;

[assembly: Observability(Service = "orders", SuccessLogRatio = 0.1)]

namespace OrdersService;

/// <summary>Where traces, metrics and logs go: logs as JSON to the standard output, the rest to the collector that the environment names.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder, OrdersOptions options)
    {
        builder.Services.AddSkylintObservability(o => o.SuccessLogRatio = options.SuccessLogRatio);
        var export = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "orders"))
            .WithTracing(traces =>
            {
                traces.AddSkylintInstrumentation().AddAspNetCoreInstrumentation(o => o.Filter = request => request.Request.Path != "/health").AddSource("Npgsql");
                if (export)
                    traces.AddOtlpExporter();
            })
            .WithMetrics(metrics =>
            {
                metrics.AddSkylintInstrumentation();
                if (export)
                    metrics.AddOtlpExporter();
            });
    }
}
