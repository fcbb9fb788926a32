using System.Diagnostics;
using Xunit;

namespace Skylint.Observability.Tests.Runtime;

public sealed class TraceContextTests
{
    [Theory]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1", "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01")]
    [InlineData("Sampled=0;Parent=53995c3f42cd8ad8;Root=1-5759e988-bd862e3fe1be46a994272793", "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00")]
    [InlineData(" Self=1-67891234-12456789abcdef012345678; root=1-5759E988-BD862E3FE1BE46A994272793 ; parent=53995C3F42CD8AD8;sampled=? ", "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00")]
    public void XRayReads(string header, string traceParent)
    {
        Assert.True(XRayTraceHeader.TryParse(header, out var context));
        Assert.True(context.IsRemote);
        Assert.Equal(traceParent, TraceParent.Format(context));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1")]
    [InlineData("Parent=53995c3f42cd8ad8;Sampled=1")]
    [InlineData("Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a99427279;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a99427279g;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-00000000-000000000000000000000000;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=0000000000000000")]
    [InlineData("Root=;Parent=;;;==")]
    public void XRayRefuses(string? header) => Assert.False(XRayTraceHeader.TryParse(header, out _));

    [Fact]
    public void XRayAndW3CAreOneContext()
    {
        for (var i = 0; i < 100; i++)
        {
            var context = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), i % 2 == 0 ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None);
            Assert.True(XRayTraceHeader.TryParse(XRayTraceHeader.Format(context), out var x));
            Assert.True(TraceParent.TryParse(TraceParent.Format(context), null, out var w));
            Assert.Equal(x, w);
            Assert.Equal(context.TraceId, x.TraceId);
            Assert.Equal(context.SpanId, x.SpanId);
            Assert.Equal(context.TraceFlags, x.TraceFlags);
        }
    }

    [Theory]
    [InlineData("{}", """{"traceparent":"ID"}""")]
    [InlineData(" { } ", """ {"traceparent":"ID" } """)]
    [InlineData("""{"a":1}""", """{"traceparent":"ID","a":1}""")]
    [InlineData("""{"a":"}\"{","traceparent":"x"}""", """{"traceparent":"ID","a":"}\"{"}""")]
    [InlineData("""{"traceparent":"x","tracestate":"y","b":[{"traceparent":"z"}]}""", """{"traceparent":"ID","b":[{"traceparent":"z"}]}""")]
    [InlineData("""{"traceparent": null , "a":1.50e3}""", """{"traceparent":"ID", "a":1.50e3}""")]
    [InlineData("""[1]""", null)]
    [InlineData("""{"a":1""", null)]
    [InlineData("""{} {}""", null)]
    [InlineData("text", null)]
    [InlineData("", null)]
    public void JsonCarries(string json, string? expected)
    {
        using var activity = new Activity("a").Start();
        var actual = JsonContext.Inject(json, OutgoingContext.Current);
        Assert.Equal(expected?.Replace("ID", activity.Id, StringComparison.Ordinal), actual);
        if (actual is null)
            return;
        System.Text.Json.JsonDocument.Parse(actual);
        Assert.True(JsonContext.TryExtract(actual, out var context));
        Assert.Equal(activity.SpanId, context.SpanId);
        Assert.Equal(actual, JsonContext.Inject(actual, OutgoingContext.Current));
    }

    [Fact]
    public void JsonWithStateRoundTrips()
    {
        using var activity = new Activity("a") { TraceStateString = "a=1,b=2" }.Start();
        var json = JsonContext.Inject("{}", OutgoingContext.Current);
        Assert.True(JsonContext.TryExtract(json, out var context));
        Assert.Equal("a=1,b=2", context.TraceState);
        Assert.Equal("{}", JsonContext.Inject(json, default));
    }
}
