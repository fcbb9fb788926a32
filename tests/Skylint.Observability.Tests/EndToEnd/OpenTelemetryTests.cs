using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.EndToEnd;

/// <summary>What OpenTelemetry's SDK makes of it.</summary>
[Collection(Serial.Name)]
public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task SpansAndHistogramsArriveWithUnitBucketsAndErrorType()
    {
        var spans = new List<Activity>();
        var metrics = new List<Metric>();
        using var traces = Sdk.CreateTracerProviderBuilder().AddSkylintInstrumentation().AddInMemoryExporter(spans).Build();
        using var meters = Sdk.CreateMeterProviderBuilder().AddSkylintInstrumentation().AddInMemoryExporter(metrics).Build();
        IOrderService service = new ObservedOrderService(new OrderService());
        await service.PlaceAsync("pro", "o", "", 1, CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.RunAsync(() => throw new InvalidOperationException()));
        meters.ForceFlush();

        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], spans.Select(s => s.Status));
        var duration = Assert.Single(metrics, m => m.Name == "operation.duration");
        Assert.Equal("s", duration.Unit);
        var errorTypes = new List<object?>();
        foreach (ref readonly var point in duration.GetMetricPoints())
        {
            var bounds = new List<double>();
            foreach (var bucket in point.GetHistogramBuckets())
                bounds.Add(bucket.ExplicitBound);
            Assert.Equal([.. DurationHistogram.Boundaries, double.PositiveInfinity], bounds);
            foreach (var tag in point.Tags)
            {
                if (tag.Key == "error.type")
                    errorTypes.Add(tag.Value);
            }
        }

        Assert.Equal([spans[1].GetTagItem("error.type")], errorTypes);
    }
}
