using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Skylint.EndToEnd.Otlp;

/// <summary>A collector: takes traces and metrics by OTLP over HTTP, on a free port of this machine, and keeps them.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Span> _spans = new();
    private readonly ConcurrentDictionary<string, Histogram> _histograms = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private OtlpReceiver(WebApplication app) => _app = app;

    /// <summary>Where to send: the value of <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
    public string Endpoint => _app.Urls.Single();

    /// <summary>Every span that has arrived.</summary>
    public IReadOnlyList<Span> Spans => [.. _spans];

    /// <summary>The newest state of every series.</summary>
    public IReadOnlyList<Histogram> Histograms => [.. _histograms.Values];

    /// <summary>Starts a collector.</summary>
    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/v1/traces", receiver.TracesAsync);
        receiver._app.MapPost("/v1/metrics", receiver.MetricsAsync);
        await receiver._app.StartAsync().ConfigureAwait(false);
        return receiver;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TracesAsync(HttpContext context)
    {
        foreach (var span in OtlpMessages.Traces(await BodyAsync(context).ConfigureAwait(false)))
            _spans.Enqueue(span);
    }

    private async Task MetricsAsync(HttpContext context)
    {
        foreach (var series in OtlpMessages.Metrics(await BodyAsync(context).ConfigureAwait(false)))
            _histograms[$"{series.Service}|{series.Name}|{string.Join(',', series.Tags.OrderBy(t => t.Key, StringComparer.Ordinal))}"] = series;
    }

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/x-protobuf";
        return body.ToArray();
    }
}
