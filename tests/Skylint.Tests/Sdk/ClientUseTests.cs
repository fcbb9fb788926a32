using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>The rules about clients: how they are made, configured and called.</summary>
public sealed class ClientUseTests
{
    private const string PerCall = "SKY2011";
    private const string Blocking = "SKY2012";
    private const string Conflict = "SKY2013";
    private const string Polling = "SKY2014";

    [Theory]
    [InlineData("public async Task Handle(string input, ILambdaContext context) { using var client = [|new AmazonSQSClient|](); await client.SendMessageAsync(input, input); }")]
    [InlineData("public async Task Handle(string input, ILambdaContext context) { await [|new AmazonSQSClient|](RegionEndpoint.USEast1).SendMessageAsync(input, input); }")]
    [InlineData("public Task Handle(string input, ILambdaContext context) => Send(input); async Task Send(string input) { var client = [|new AmazonSQSClient|](); await client.SendMessageAsync(input, input); }")]
    [InlineData("async Task M(string[] urls) { foreach (var url in urls) { var client = [|new AmazonSQSClient|](); await client.SendMessageAsync(url, url); } }")]
    public Task Reports_a_client_per_call(string members) => Verify.Analyzer(PerCall, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("static readonly AmazonSQSClient s_client = new(); public async Task Handle(string input, ILambdaContext context) => await s_client.SendMessageAsync(input, input);")]
    [InlineData("AmazonSQSClient? _client; public async Task Handle(string input, ILambdaContext context) { _client ??= new AmazonSQSClient(); await _client.SendMessageAsync(input, input); }")]
    [InlineData("AmazonSQSClient? _client; public void Handle(string input, ILambdaContext context) { if (_client == null) { var made = new AmazonSQSClient(); _client = made; } }")]
    [InlineData("static readonly Lazy<AmazonSQSClient> s_client = new(() => new AmazonSQSClient());")]
    // Other credentials for each tenant, other regions for each turn.
    [InlineData("public async Task Handle(AWSCredentials tenant, ILambdaContext context) { using var client = new AmazonSQSClient(tenant); await client.ListQueuesAsync(\"\"); }")]
    [InlineData("async Task M() { foreach (var region in RegionEndpoint.EnumerableAllRegions) { var client = new AmazonSQSClient(region); await client.ListQueuesAsync(\"\"); } }")]
    [InlineData("async Task M() { foreach (var region in RegionEndpoint.EnumerableAllRegions) { var config = new AmazonSQSConfig { RegionEndpoint = region }; var client = new AmazonSQSClient(config); await client.ListQueuesAsync(\"\"); } }")]
    [InlineData("async Task Once(string url) { using var client = new AmazonSQSClient(); await client.SendMessageAsync(url, url); }")]
    [InlineData("IAmazonSQS Create() => new AmazonSQSClient();")]
    [InlineData("void Fill(List<IAmazonSQS> pool) { for (var i = 0; i < 3; i++) pool.Add(new AmazonSQSClient()); }")]
    public Task Is_silent_about_clients(string members) => Verify.Silent(PerCall, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("var r = [|sqs.GetQueueUrlAsync(queue).Result|];")]
    [InlineData("[|sqs.SendMessageAsync(queue, queue).Wait()|];")]
    [InlineData("var r = [|sqs.GetQueueUrlAsync(queue).GetAwaiter().GetResult()|];")]
    [InlineData("var r = [|sqs.GetQueueUrlAsync(queue).ConfigureAwait(false).GetAwaiter().GetResult()|];")]
    public Task Reports_blocking(string body) => Verify.Analyzer(Blocking, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Reports_blocking_in_a_helper_of_other_methods() => Verify.Analyzer(Blocking,
        SdkCode.Members("class D { public D(IAmazonSQS s) => Url(s); string Url(IAmazonSQS s) => [|s.GetQueueUrlAsync(\"q\").Result|].QueueUrl; public string Again(IAmazonSQS s) => Url(s); }"), SdkRefs.V4);

    [Fact]
    public Task Reports_blocking_in_a_method_that_could_be_asynchronous() => Verify.Analyzer(Blocking, SdkCode.Members("string Url(string q) => [|sqs.GetQueueUrlAsync(q).Result|].QueueUrl;"), SdkRefs.V4);

    [Theory]
    [InlineData("string Url { get => sqs.GetQueueUrlAsync(\"q\").Result.QueueUrl; }")]
    [InlineData("class D : IDisposable { readonly IAmazonSQS _s = new AmazonSQSClient(); public void Dispose() => _s.PurgeQueueAsync(\"q\").Wait(); }")]
    [InlineData("class D { public D(IAmazonSQS s) => s.PurgeQueueAsync(\"q\").Wait(); }")]
    [InlineData("public override string ToString() => sqs.GetQueueUrlAsync(\"q\").Result.QueueUrl;")]
    [InlineData("interface I { void Go(); } class D(IAmazonSQS s) : I { public void Go() => s.PurgeQueueAsync(\"q\").Wait(); }")]
    [InlineData("async Task M() { var a = sqs.GetQueueUrlAsync(\"a\"); var b = sqs.GetQueueUrlAsync(\"b\"); await Task.WhenAll(a, b); Console.WriteLine(a.Result.QueueUrl); }")]
    [InlineData("async Task M() { var mine = Task.FromResult(new GetQueueUrlResponse()); Console.WriteLine(mine.Result); await Task.Yield(); }")]
    // What only the set-up calls has as little choice as the set-up.
    [InlineData("class D { readonly string _url; public D(IAmazonSQS s) => _url = Url(s); static string Url(IAmazonSQS s) => s.GetQueueUrlAsync(\"q\").Result.QueueUrl; public string Value => _url; }")]
    [InlineData("class Startup(IAmazonSQS s) { public void ConfigureServices(object services) => Console.WriteLine(Url()); string Url() => s.GetQueueUrlAsync(\"q\").GetAwaiter().GetResult().QueueUrl; }")]
    public Task Is_silent_about_blocking(string members) => Verify.Silent(Blocking, SdkCode.Members(members), SdkRefs.V4);

    [Fact]
    public Task Is_silent_in_a_program() => Verify.Silent(Blocking, "using Amazon.SQS;\nvar sqs = new AmazonSQSClient();\nConsole.WriteLine(sqs.GetQueueUrlAsync(\"q\").Result.QueueUrl);", SdkRefs.V4);

    [Theory]
    [InlineData("var c = new AmazonS3Config { [|ServiceURL = queue|], RegionEndpoint = RegionEndpoint.USEast1 };")]
    [InlineData("var c = new AmazonS3Config { [|RegionEndpoint = RegionEndpoint.USEast1|], ServiceURL = queue };")]
    [InlineData("var c = new AmazonS3Config { [|ServiceURL = queue|] }; c.RegionEndpoint = RegionEndpoint.USEast1;")]
    [InlineData("var c = new AmazonSQSConfig(); [|c.RegionEndpoint = RegionEndpoint.USEast1|]; c.ServiceURL = queue;")]
    public Task Reports_a_conflict(string body) => Verify.Analyzer(Conflict, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("var c = new AmazonS3Config { ServiceURL = queue, AuthenticationRegion = \"us-east-1\", ForcePathStyle = true };")]
    [InlineData("var c = new AmazonS3Config { RegionEndpoint = RegionEndpoint.USEast1 };")]
    [InlineData("var c = new AmazonS3Config { RegionEndpoint = null, ServiceURL = queue };")]
    [InlineData("var c = new AmazonS3Config(); if (queue != null) c.ServiceURL = queue; else c.RegionEndpoint = RegionEndpoint.USEast1;")]
    [InlineData("var c = new AmazonS3Config { RegionEndpoint = RegionEndpoint.USEast1 }; if (queue != null) c.ServiceURL = queue;")]
    [InlineData("var a = new AmazonS3Config { ServiceURL = queue }; var b = new AmazonS3Config { RegionEndpoint = RegionEndpoint.USEast1 };")]
    public Task Is_silent_about_endpoints(string body) => Verify.Silent(Conflict, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Conflict_fix_uses_the_name_that_is_there() => Verify.Fix(Conflict,
        SdkCode.Body("var c = new AmazonS3Config { [|ServiceURL = queue|], RegionEndpoint = RegionEndpoint.GetBySystemName(\"eu-west-1\") };"),
        SdkCode.Body("var c = new AmazonS3Config { ServiceURL = queue, AuthenticationRegion = \"eu-west-1\" };"), SdkRefs.V4);

    [Theory]
    [InlineData("while (true) await sqs.[|ReceiveMessageAsync|](queue, stop);")]
    [InlineData("var q = new ReceiveMessageRequest { QueueUrl = queue }; while (true) await sqs.[|ReceiveMessageAsync|](q);")]
    [InlineData("while (true) await sqs.[|ReceiveMessageAsync|](new ReceiveMessageRequest(queue) { WaitTimeSeconds = 0 });")]
    [InlineData("while (!stop.IsCancellationRequested) { var r = await sqs.[|ReceiveMessageAsync|](queue); if (r.Messages is null) { await Task.Delay(100); continue; } foreach (var m in r.Messages) { if (m.Body == queue) break; } }")]
    public Task Reports_polling(string body) => Verify.Analyzer(Polling, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("while (true) await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, WaitTimeSeconds = 10 });")]
    [InlineData("while (true) await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, WaitTimeSeconds = queue.Length });")]
    [InlineData("await sqs.ReceiveMessageAsync(queue);")]
    [InlineData("var q = new ReceiveMessageRequest { QueueUrl = queue }; q.WaitTimeSeconds = 20; while (true) await sqs.ReceiveMessageAsync(q);")]
    [InlineData("var attributes = new Dictionary<string, string> { [\"ReceiveMessageWaitTimeSeconds\"] = \"20\" }; while (true) await sqs.ReceiveMessageAsync(queue);")]
    // Emptying a queue ends with the first answer that has nothing.
    [InlineData("while (true) { var r = await sqs.ReceiveMessageAsync(queue); if (r.Messages?.Any() is not true) break; Console.WriteLine(r.Messages[0].Body); }")]
    [InlineData("while (true) { var r = await sqs.ReceiveMessageAsync(queue); var messages = r.Messages ?? []; if (messages.Count == 0) { Console.WriteLine(); return; } }")]
    [InlineData("ReceiveMessageResponse r; do { r = await sqs.ReceiveMessageAsync(queue); Console.WriteLine(r); } while (r.Messages?.Count > 0);")]
    public Task Is_silent_about_polling(string body) => Verify.Silent(Polling, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Polling_fix_makes_a_request() => Verify.Fix(Polling,
        SdkCode.Body("while (true) await sqs.[|ReceiveMessageAsync|](queue, stop);"),
        SdkCode.Body("while (true) await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, WaitTimeSeconds = 20 }, stop);"), SdkRefs.V4);
}
