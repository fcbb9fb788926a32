using System.Diagnostics;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Microsoft.Extensions.DependencyInjection;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.EndToEnd;

/// <summary>A generated Lambda handler: parent, links, cold start, flush.</summary>
[Collection(Serial.Name)]
public sealed class LambdaTests
{
    private const string Header = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=a:0";
    private const string Stale = "00-11111111111111111111111111111111-2222222222222222-01";

    [Fact]
    public async Task AnInvocationContinuesTheTraceOfLambda()
    {
        using var recording = new Recording();
        using var environment = new Variable("_X_AMZN_TRACE_ID", Header);
        var function = new Function(recording.Logger);
        await function.HandleQueue(new SQSEvent { Records = [new() { MessageAttributes = new() { ["traceparent"] = new() { StringValue = Stale } } }, new() { Attributes = new() { ["AWSTraceHeader"] = Header } }, new()] }, new Context("r-1"));

        var span = recording.Span;
        Assert.Same(span, function.Seen);
        Assert.Equal("Function.HandleQueue", span.DisplayName);
        Assert.Equal(ActivityKind.Consumer, span.Kind);
        Assert.Equal("5759e988bd862e3fe1be46a994272793", span.TraceId.ToHexString());
        Assert.Equal("53995c3f42cd8ad8", span.ParentSpanId.ToHexString());
        Assert.Equal(["11111111111111111111111111111111", "5759e988bd862e3fe1be46a994272793"], span.Links.Select(l => l.Context.TraceId.ToHexString()));
        Assert.Equal("pubsub", span.GetTagItem("faas.trigger"));
        Assert.Equal("r-1", span.GetTagItem("faas.invocation_id"));
        Assert.Equal("faas.invoke_duration", recording.Metric.Instrument.Name);
        Assert.DoesNotContain("faas.invocation_id", recording.Metric.Tags.Keys);
        Assert.Equal(span.SpanId.ToHexString(), recording.Log.GetProperty("span_id").GetString());
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void AnHttpCallersContextWins()
    {
        using var recording = new Recording();
        using var environment = new Variable("_X_AMZN_TRACE_ID", Header);
        new Function(recording.Logger).HandleHttp(new() { Headers = new Dictionary<string, string> { ["TraceParent"] = Stale } }, new Context("r"));
        Assert.Equal("api", recording.Span.DisplayName);
        Assert.Equal(ActivityKind.Server, recording.Span.Kind);
        Assert.Equal(Stale, recording.Span.ParentId);
        Assert.Equal(["inside", "api completed"], recording.Logs.Select(l => l.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task ADirectInvokersContextIsReadFromTheClientContext()
    {
        using var recording = new Recording();
        await new Function(recording.Logger).HandleDirect("x", new Context("r") { ClientContext = new Client { ["traceparent"] = Stale } });
        Assert.Equal(Stale, recording.Span.ParentId);
    }

    [Fact]
    public async Task OnlyTheFirstInvocationIsCold()
    {
        using var recording = new Recording();
        var function = new Function(recording.Logger);
        await function.HandleDirect("x", new Context("1"));
        await function.HandleDirect("x", new Context("2"));
        Assert.Equal(false, recording.Spans[1].GetTagItem("faas.coldstart"));
    }

    [Fact]
    public async Task TheFlushRunsAfterTheSpanHasEndedAndNeverFailsTheInvocation()
    {
        using var recording = new Recording();
        var spansAtFlush = new List<int>();
        new ServiceCollection().AddSkylintObservability(o =>
        {
            o.JsonConsole = false;
            o.FlushAfterInvocation = () =>
            {
                spansAtFlush.Add(recording.Spans.Count);
                throw new InvalidOperationException("exporter is down");
            };
        });
        try
        {
            var function = new Function(recording.Logger);
            await function.HandleDirect("x", new Context("1"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => function.HandleDirect("fail", new Context("2")));
            Assert.Equal([1, 2], spansAtFlush);
        }
        finally
        {
            new ServiceCollection().AddSkylintObservability(o => o.JsonConsole = false);
        }
    }

    private sealed class Variable : IDisposable
    {
        private readonly string _name;

        public Variable(string name, string value)
        {
            _name = name;
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(_name, null);
    }

    private sealed class Context(string id) : ILambdaContext
    {
        public string AwsRequestId => id;

        public IClientContext? ClientContext { get; init; }
    }

    private sealed class Client : Dictionary<string, string>, IClientContext
    {
        public IDictionary<string, string> Custom => this;
    }
}
