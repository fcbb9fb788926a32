using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Observability;

/// <summary>SKY4004: messages without a trace context, and everything that may have put one there.</summary>
public sealed class MessageTraceContextTests
{
    private const string Usings = "using System.Diagnostics; using System.Text.Json; using Amazon.SQS; using Amazon.SQS.Model; using Amazon.SimpleNotificationService; using Amazon.EventBridge; using Amazon.EventBridge.Model; using Amazon.Kinesis; using Amazon.Lambda; using Amazon.Lambda.Model; using Skylint.Observability;\n";

    private const string Types = "record Order(string Id); record Envelope(string Traceparent, Order Order); record Metadata(string? TraceId); record Wrapped<T>(T Data, Metadata Metadata); interface IEvent { string TraceId { get; } } record Tree(string Id, Tree? Next); delegate void Enrich(SendMessageRequest request);\n";

    private static string In(string member) =>
        Usings + Types + "class C(IAmazonSQS sqs, IAmazonSimpleNotificationService sns, IAmazonEventBridge events, IAmazonKinesis kinesis, IAmazonLambda lambda, Enrich enrich) { SendMessageRequest _request = new(); " + member + "\n }";

    [Theory]
    [InlineData("Task M(Order o) => sqs.[|SendMessageAsync|](new SendMessageRequest { MessageBody = JsonSerializer.Serialize(o) });")]
    [InlineData("Task M(string o) => sqs.[|SendMessageAsync|](\"url\", o);")]
    [InlineData("Task M(string o) { var r = new SendMessageRequest { QueueUrl = o }; r.MessageBody = o; return sqs.[|SendMessageAsync|](r); }")]
    [InlineData("Task M(string o) { var r = new SendMessageRequest(\"q\", o) { MessageAttributes = new() { [\"kind\"] = new Amazon.SQS.Model.MessageAttributeValue { StringValue = \"x\" } } }; return sqs.[|SendMessageAsync|](r); }")]
    [InlineData("Task M(List<Order> all) => sqs.[|SendMessageBatchAsync|](\"q\", all.Select(o => new SendMessageBatchRequestEntry(o.Id, JsonSerializer.Serialize(o))).ToList());")]
    [InlineData("Task M(List<Order> all) { var entries = new List<SendMessageBatchRequestEntry>(); foreach (var o in all) entries.Add(new SendMessageBatchRequestEntry(o.Id, o.Id)); return sqs.[|SendMessageBatchAsync|](new SendMessageBatchRequest { Entries = entries }); }")]
    [InlineData("Task M(List<Order> all) => sqs.[|SendMessageBatchAsync|](\"q\", Entries(all)); static List<SendMessageBatchRequestEntry> Entries(List<Order> all) => [.. all.Select(o => new SendMessageBatchRequestEntry(o.Id, o.Id))];")]
    [InlineData("Task M(string o) => sns.[|PublishAsync|](new Amazon.SimpleNotificationService.Model.PublishRequest { TopicArn = \"t\", Message = o });")]
    [InlineData("Task M(string o) => events.[|PutEventsAsync|](new PutEventsRequest { Entries = [new PutEventsRequestEntry { Detail = o }] });")]
    [InlineData("Task M(string o) => kinesis.[|PutRecordAsync|](new Amazon.Kinesis.Model.PutRecordRequest { StreamName = o });")]
    [InlineData("Task M(string o) => lambda.[|InvokeAsync|](new InvokeRequest { FunctionName = \"f\", Payload = o });")]
    [InlineData("Task M(Tree e) => sqs.[|SendMessageAsync|](\"q\", JsonSerializer.Serialize(e));")]
    public Task Is_reported(string member) => Verify.Analyzer("SKY4004", In(member), ObservabilityRefs.All);

    [Theory]
    [InlineData("Task M(Order o) => sqs.SendMessageAsync(new SendMessageRequest { MessageBody = o.Id }.InjectTraceContext());")]
    [InlineData("Task M(Order o) { var r = new SendMessageRequest { MessageBody = o.Id }; r.InjectTraceContext(); return sqs.SendMessageAsync(r); }")]
    [InlineData("Task M(SendMessageRequest r) => sqs.SendMessageAsync(r);")]
    [InlineData("Task M() => sqs.SendMessageAsync(_request);")]
    [InlineData("Task M(Order o) { var r = new SendMessageRequest { MessageBody = o.Id }; enrich(r); return sqs.SendMessageAsync(r); }")]
    [InlineData("Task M(Order o, Dictionary<string, Amazon.SQS.Model.MessageAttributeValue> more) => sqs.SendMessageAsync(new SendMessageRequest { MessageBody = o.Id, MessageAttributes = more });")]
    [InlineData("Task M(Order o) => sqs.SendMessageAsync(new SendMessageRequest { MessageBody = o.Id, MessageAttributes = Attributes() }); static Dictionary<string, Amazon.SQS.Model.MessageAttributeValue> Attributes() => new() { [\"traceparent\"] = new() { StringValue = Activity.Current?.Id } };")]
    [InlineData("Task M(Order o) => sqs.SendMessageAsync(new SendMessageRequest { MessageBody = o.Id, MessageSystemAttributes = new() { [\"AWSTraceHeader\"] = new() { StringValue = \"x\" } } });")]
    [InlineData("Task M(Order o) => sqs.SendMessageAsync(\"q\", JsonSerializer.Serialize(new Envelope(\"x\", o)));")]
    [InlineData("Task M(Envelope e) => sqs.SendMessageAsync(\"q\", JsonSerializer.Serialize(e));")]
    [InlineData("Task M(Order o) { var text = JsonSerializer.Serialize(new Wrapped<Order>(o, new Metadata(null))); return sqs.SendMessageAsync(new SendMessageRequest(\"q\", text)); }")]
    [InlineData("Task M(Wrapped<Envelope> e) => sqs.SendMessageAsync(\"q\", JsonSerializer.Serialize(e));")]
    [InlineData("Task M(IEvent e) => sqs.SendMessageAsync(\"q\", JsonSerializer.Serialize(e));")]
    [InlineData("Task M(Order o) => sqs.SendMessageAsync(\"q\", Body(o)); static string Body(Order o) => JsonSerializer.Serialize(new { o.Id, TraceId = Activity.Current?.TraceId.ToString() });")]
    [InlineData("Task M(List<SendMessageBatchRequestEntry> entries) => sqs.SendMessageBatchAsync(\"q\", entries);")]
    [InlineData("Task M(List<Order> all) => sqs.SendMessageBatchAsync(\"q\", Entries(all)); static List<SendMessageBatchRequestEntry> Entries(List<Order> all) => [.. all.Select(o => new SendMessageBatchRequestEntry(o.Id, o.Id) { MessageAttributes = new() { [\"traceparent\"] = new() } })];")]
    [InlineData("Task M(string o) => sns.PublishAsync(new Amazon.SimpleNotificationService.Model.PublishRequest { PhoneNumber = \"1\", Message = o });")]
    [InlineData("Task M(string o) => events.PutEventsAsync(new PutEventsRequest { Entries = [new PutEventsRequestEntry { Detail = o, TraceHeader = o }] });")]
    [InlineData("Task M(Order o, Dictionary<string, string> headers) => sqs.SendMessageAsync(new SendMessageRequest { MessageBody = o.Id, MessageAttributes = headers.ToDictionary(h => h.Key, h => new Amazon.SQS.Model.MessageAttributeValue { StringValue = h.Value }) });")]
    [InlineData("Task M() => sqs.DeleteMessageAsync(\"q\", \"r\");")]
    public Task May_carry_one(string member) => Verify.Silent("SKY4004", In(member), ObservabilityRefs.All);

    private const string Plain = "using Amazon.SQS; class C(IAmazonSQS sqs) { Task M(string o) => sqs.SendMessageAsync(\"url\", o); }";

    [Fact]
    public Task Without_tracing_there_is_nothing_to_carry() => Verify.Silent("SKY4004", Plain, ObservabilityRefs.Services);

    [Fact]
    public Task An_instrumentation_of_the_sdk_adds_it() => Verify.Silent("SKY4004", Plain, ObservabilityRefs.Instrumented);

    [Theory]
    [InlineData("await sqs.SendMessageAsync(\"url\", body, ct);", "await sqs.SendMessageAsync(new SendMessageRequest(\"url\", body).InjectTraceContext(), ct);")]
    [InlineData("await sqs.SendMessageAsync(new() { QueueUrl = body });", "await sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = body }.InjectTraceContext());")]
    [InlineData("var r = new SendMessageRequest(\"url\", body); await sqs.SendMessageAsync(r, ct);", "var r = new SendMessageRequest(\"url\", body); await sqs.SendMessageAsync(r.InjectTraceContext(), ct);")]
    [InlineData("await sqs.SendMessageBatchAsync(\"url\", [new SendMessageBatchRequestEntry(\"1\", body)]);", "await sqs.SendMessageBatchAsync(new SendMessageBatchRequest(\"url\", [new SendMessageBatchRequestEntry(\"1\", body)]).InjectTraceContext());")]
    public Task The_fix_injects_it(string before, string after)
    {
        const string Frame = "using Amazon.SQS;\nusing Amazon.SQS.Model;\nUSINGclass C(IAmazonSQS sqs)\n{\n    async Task M(string body, CancellationToken ct)\n    {\n        STATEMENT\n    }\n}\n";
        return Verify.Fix("SKY4004",
            Frame.Replace("USING", "", StringComparison.Ordinal).Replace("STATEMENT", before, StringComparison.Ordinal),
            Frame.Replace("USING", "using Skylint.Observability;\n", StringComparison.Ordinal).Replace("STATEMENT", after, StringComparison.Ordinal),
            ObservabilityRefs.All);
    }

    [Fact]
    public Task A_kinesis_record_is_the_users_to_change() =>
        Verify.NoFix("SKY4004", In("Task M(string o) => kinesis.PutRecordAsync(new Amazon.Kinesis.Model.PutRecordRequest { StreamName = o });"), ObservabilityRefs.All);

    [Fact]
    public async Task Broken_code_breaks_nothing()
    {
        foreach (var member in new[] { "Task M() => sqs.SendMessageAsync(", "Task M() => sqs.SendMessageAsync(new SendMessageRequest { MessageBody = });", "Task M() => sqs.SendMessageAsync(missing, new());" })
            await Verify.Diagnostics(In(member), new Setup(ObservabilityRefs.All) { AllowCompileErrors = true }, ["SKY4004"]);
    }
}
