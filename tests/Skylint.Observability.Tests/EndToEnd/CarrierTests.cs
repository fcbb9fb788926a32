using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.EventBridge.Model;
using Amazon.Kinesis.Model;
using Amazon.Lambda.KinesisEvents;
using Amazon.Lambda.Model;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Skylint.Observability.Tests.Support;
using Xunit;
using SqsAttribute = Amazon.SQS.Model.MessageAttributeValue;
using SnsAttribute = Amazon.SimpleNotificationService.Model.MessageAttributeValue;

namespace Skylint.Observability.Tests.EndToEnd;

/// <summary>A trace context goes into each kind of message, and comes out again.</summary>
[Collection(Serial.Name)]
public sealed class CarrierTests
{
    private const string Stale = "00-11111111111111111111111111111111-2222222222222222-01";

    [Fact]
    public async Task SqsSingleIsOnTheWire()
    {
        var wire = new Wire("""{"MessageId":"1"}""");
        using var activity = new Activity("send") { TraceStateString = "a=1" }.Start();
        await wire.Sqs.SendMessageAsync(new SendMessageRequest("https://sqs.eu-west-1.amazonaws.com/1/q", "body").InjectTraceContext());
        var sent = JsonDocument.Parse(wire.Body!).RootElement;
        Assert.Equal(activity.Id, sent.GetProperty("MessageAttributes").GetProperty("traceparent").GetProperty("StringValue").GetString());
        Assert.Equal("a=1", sent.GetProperty("MessageAttributes").GetProperty("tracestate").GetProperty("StringValue").GetString());
        Assert.Equal(XRayTraceHeader.Format(activity.Context), sent.GetProperty("MessageSystemAttributes").GetProperty("AWSTraceHeader").GetProperty("StringValue").GetString());
    }

    [Fact]
    public async Task SqsBatchIsOnTheWire()
    {
        var wire = new Wire("""{"Successful":[],"Failed":[]}""");
        using var activity = new Activity("send").Start();
        var request = new SendMessageBatchRequest("https://sqs.eu-west-1.amazonaws.com/1/q", [new("1", "a"), new("2", "b"), new("3", "c")]);
        await wire.Sqs.SendMessageBatchAsync(request.InjectTraceContext());
        var entries = JsonDocument.Parse(wire.Body!).RootElement.GetProperty("Entries").EnumerateArray().ToList();
        Assert.Equal(3, entries.Count);
        Assert.All(entries, e => Assert.Equal(activity.Id, e.GetProperty("MessageAttributes").GetProperty("traceparent").GetProperty("StringValue").GetString()));
    }

    [Fact]
    public void SqsWithTenAttributesFallsBackToTheSystemAttribute()
    {
        using var activity = new Activity("send").Start();
        var request = new SendMessageRequest { MessageAttributes = Enumerable.Range(0, 10).ToDictionary(i => "a" + i, _ => new SqsAttribute()) }.InjectTraceContext();
        Assert.Equal(10, request.MessageAttributes.Count);
        Assert.DoesNotContain("traceparent", request.MessageAttributes.Keys);
        var message = new Message { Attributes = new() { ["AWSTraceHeader"] = request.MessageSystemAttributes["AWSTraceHeader"].StringValue } };
        Assert.Equal(activity.TraceId, message.ExtractTraceContext().TraceId);
        Assert.Equal(activity.SpanId, message.ExtractTraceContext().SpanId);
    }

    [Fact]
    public void AReusedRequestNeverCarriesAStaleContext()
    {
        var request = new SendMessageRequest();
        string? first;
        using (var activity = new Activity("one").Start())
            first = request.InjectTraceContext().MessageAttributes["traceparent"].StringValue;
        using (var activity = new Activity("two") { TraceStateString = "b=2" }.Start())
            Assert.Equal(activity.Id, request.InjectTraceContext().MessageAttributes["traceparent"].StringValue);
        Assert.NotEqual(first, request.MessageAttributes["traceparent"].StringValue);
        request.InjectTraceContext();
        Assert.Empty(request.MessageAttributes);
        Assert.Empty(request.MessageSystemAttributes);
    }

    [Fact]
    public void AFullListStillReplacesItsOwnContext()
    {
        using var activity = new Activity("send").Start();
        var attributes = Enumerable.Range(0, 9).ToDictionary(i => "a" + i, _ => new SqsAttribute());
        attributes["traceparent"] = new SqsAttribute { StringValue = Stale };
        Assert.Equal(activity.Id, new SendMessageRequest { MessageAttributes = attributes }.InjectTraceContext().MessageAttributes["traceparent"].StringValue);
    }

    [Fact]
    public void ReceivingAsksForTheContext()
    {
        var request = new ReceiveMessageRequest("q").RequestTraceContext().RequestTraceContext();
        Assert.Equal(["traceparent", "tracestate"], request.MessageAttributeNames);
        Assert.Equal(["AWSTraceHeader"], request.MessageSystemAttributeNames);
    }

    [Fact]
    public async Task ASqsMessageIsProcessedInALinkedConsumerSpan()
    {
        using var recording = new Recording();
        var message = new Message { MessageId = "m-1", MessageAttributes = new() { ["traceparent"] = new SqsAttribute { StringValue = Stale } } };
        await message.ProcessAsync(async _ => { Assert.NotNull(Activity.Current); await Task.Yield(); }, recording.Logger, "orders");
        var span = recording.Span;
        Assert.Equal("process orders", span.DisplayName);
        Assert.Equal(ActivityKind.Consumer, span.Kind);
        Assert.Equal(Stale, span.ParentId);
        Assert.Equal(Stale, TraceParent.Format(Assert.Single(span.Links).Context));
        Assert.Equal("aws_sqs", span.GetTagItem("messaging.system"));
        Assert.Equal("m-1", span.GetTagItem("messaging.message.id"));
        Assert.Equal("aws_sqs", recording.StartTags[0]["messaging.system"]);
        Assert.Equal("messaging.process.duration", recording.Metric.Instrument.Name);
        Assert.DoesNotContain("messaging.message.id", recording.Metric.Tags.Keys);
        Assert.Equal("process orders completed", recording.Log.GetProperty("message").GetString());
    }

    [Fact]
    public async Task InsideAnotherSpanTheOriginIsALinkOnly()
    {
        using var recording = new Recording();
        using var batch = new Activity("batch").Start();
        var message = new Message { MessageAttributes = new() { ["traceparent"] = new SqsAttribute { StringValue = Stale } } };
        await Assert.ThrowsAsync<InvalidOperationException>(() => message.ProcessAsync(_ => throw new InvalidOperationException("bad")));
        Assert.Same(batch, Activity.Current);
        Assert.Equal(batch.SpanId, recording.Span.ParentSpanId);
        Assert.Single(recording.Span.Links);
        Assert.Equal("System.InvalidOperationException", recording.Metric.Tags["error.type"]);
    }

    [Fact]
    public void SnsSingleAndBatch()
    {
        using var recording = new Recording();
        using var activity = new Activity("send").Start();
        Assert.Equal(activity.Id, new PublishRequest().InjectTraceContext().MessageAttributes!["traceparent"].StringValue);
        var batch = new PublishBatchRequest { PublishBatchRequestEntries = [new(), new() { MessageAttributes = new() { ["traceparent"] = new SnsAttribute { StringValue = Stale } } }] }.InjectTraceContext();
        Assert.All(batch.PublishBatchRequestEntries!, e => Assert.Equal(activity.Id, e.MessageAttributes!["traceparent"].StringValue));
        Assert.Empty(recording.Measurements);

        var full = new PublishRequest { MessageAttributes = Enumerable.Range(0, 10).ToDictionary(i => "a" + i, _ => new SnsAttribute()) }.InjectTraceContext();
        Assert.Equal(10, full.MessageAttributes!.Count);
        Assert.Equal("messaging.propagation.skipped", recording.Metric.Instrument.Name);
        Assert.Equal("aws.sns", recording.Metric.Tags["messaging.system"]);
    }

    [Fact]
    public async Task SnsRecordsRoundTrip()
    {
        using var recording = new Recording();
        var record = new SNSEvent.SNSRecord { Sns = new() { MessageId = "s", TopicArn = "arn:aws:sns:eu-west-1:1:topic", MessageAttributes = new Dictionary<string, SNSEvent.MessageAttribute> { ["traceparent"] = new() { Value = Stale } } } };
        await record.ProcessAsync(_ => Task.CompletedTask);
        Assert.Equal("process topic", recording.Span.DisplayName);
        Assert.Equal(Stale, recording.Span.ParentId);
    }

    [Fact]
    public void EventBridgeEntries()
    {
        using var recording = new Recording();
        using var activity = new Activity("send").Start();
        var request = new PutEventsRequest { Entries = [new() { Detail = """{"a": 1}""" }, new() { Detail = """{"traceparent":"STALE","b":{"traceparent":"kept"}}""" }, new() { Detail = "text" }] }.InjectTraceContext();
        Assert.Equal($$"""{"traceparent":"{{activity.Id}}","a": 1}""", request.Entries![0].Detail);
        Assert.Equal($$$"""{"traceparent":"{{{activity.Id}}}","b":{"traceparent":"kept"}}""", request.Entries[1].Detail);
        Assert.Equal("text", request.Entries[2].Detail);
        Assert.All(request.Entries, e => Assert.Equal(XRayTraceHeader.Format(activity.Context), e.TraceHeader));
        Assert.Equal("aws.eventbridge", recording.Metric.Tags["messaging.system"]);
    }

    [Fact]
    public async Task KinesisRoundTrip()
    {
        using var recording = new Recording();
        string? id;
        MemoryStream data;
        using (var activity = new Activity("send").Start())
        {
            id = activity.Id;
            data = new PutRecordRequest { Data = Utf8("""{"x":"ü"}""") }.InjectTraceContextIntoJson().Data!;
            Assert.Equal($$"""{"traceparent":"{{id}}","x":"ü"}""", Encoding.UTF8.GetString(data.ToArray()));
            var many = new PutRecordsRequest { Records = [new() { Data = Utf8("{}") }, new() { Data = Utf8("binary") }] }.InjectTraceContextIntoJson();
            Assert.Equal($$"""{"traceparent":"{{id}}"}""", Encoding.UTF8.GetString(many.Records![0].Data!.ToArray()));
            Assert.Equal("binary", Encoding.UTF8.GetString(many.Records[1].Data!.ToArray()));
        }

        recording.Measurements.Clear();
        await new KinesisEvent.KinesisEventRecord { EventId = "e", EventSourceARN = "arn:aws:kinesis:eu-west-1:1:stream/clicks", Kinesis = new() { Data = data } }.ProcessAsync(_ => Task.CompletedTask);
        Assert.Equal("process clicks", recording.Span.DisplayName);
        Assert.Equal(id, recording.Span.ParentId);
    }

    [Fact]
    public void LambdaInvokeCarriesTheContextInItsClientContext()
    {
        using var activity = new Activity("send").Start();
        Assert.Equal($$$"""{"custom":{"traceparent":"{{{activity.Id}}}"}}""", new InvokeRequest().InjectTraceContext().ClientContext);
        Assert.Equal(
            $$$"""{"client":{"custom":1},"custom":{"traceparent":"{{{activity.Id}}}","k":"v"}}""",
            new InvokeRequest { ClientContext = """{"client":{"custom":1},"custom":{"traceparent":"STALE","k":"v"}}""" }.InjectTraceContext().ClientContext);
        Assert.Equal("[1]", new InvokeRequest { ClientContext = "[1]" }.InjectTraceContext().ClientContext);
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>An SQS client that talks to a handler in this process.</summary>
    private sealed class Wire : HttpClientFactory
    {
        private readonly string _response;

        public Wire(string response)
        {
            _response = response;
            Sqs = new AmazonSQSClient(new AnonymousAWSCredentials(), new AmazonSQSConfig { RegionEndpoint = Amazon.RegionEndpoint.EUWest1, HttpClientFactory = this, MaxErrorRetry = 0, DisableLogging = true });
        }

        public AmazonSQSClient Sqs { get; }

        public string? Body { get; private set; }

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

        private sealed class Handler(Wire wire) : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                wire.Body = await request.Content!.ReadAsStringAsync(cancellationToken);
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(wire._response, Encoding.UTF8, "application/x-amz-json-1.0") };
            }
        }
    }
}
