using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>
/// The shapes in which code reaches a client, calls it and hands its answer on, shown for one rule of each kind: calls, settings, creations,
/// collections and catches. What a rule knows of its subject it gets from the same model in each of them.
/// </summary>
public sealed class ShapeTests
{
    private const string Batch = "SKY2008";
    private const string Retries = "SKY2001";
    private const string PerCall = "SKY2011";
    private const string Collection = "SKY2015";
    private const string Swallowed = "SKY2021";
    private const string Request = "new Amazon.EventBridge.Model.PutEventsRequest()";

    [Theory]
    [InlineData("readonly IAmazonEventBridge _e = null!; async Task M() => await _e.[|PutEventsAsync|](" + Request + ");")]
    [InlineData("static readonly IAmazonEventBridge s_e = null!; static async Task M() { await s_e.[|PutEventsAsync|](" + Request + "); }")]
    [InlineData("IAmazonEventBridge Bus { get; init; } = null!; async Task M() { await this.Bus.[|PutEventsAsync|](" + Request + ").ConfigureAwait(false); }")]
    [InlineData("async Task M(IAmazonEventBridge e) { await e.[|PutEventsAsync|](" + Request + ", CancellationToken.None); }")]
    [InlineData("IAmazonEventBridge Client() => events; async Task M() { await Client().[|PutEventsAsync|](" + Request + "); }")]
    [InlineData("async Task M(Dictionary<string, IAmazonSQS> all) { await all[\"a\"].[|SendMessageBatchAsync|](\"q\", []); }")]
    [InlineData("async Task M(Lazy<IAmazonSQS> q) { await q.Value.[|SendMessageBatchAsync|](\"q\", []); }")]
    [InlineData("async Task M(IServiceProvider s) { await ((IAmazonEventBridge)s.GetService(typeof(IAmazonEventBridge))!).[|PutEventsAsync|](" + Request + "); }")]
    [InlineData("class Base { protected IAmazonEventBridge Bus = null!; } class Derived : Base { public async Task M() => await base.Bus.[|PutEventsAsync|](" + Request + "); }")]
    [InlineData("interface IMine : IAmazonEventBridge { } async Task M(IMine e) { await e.[|PutEventsAsync|](" + Request + "); }")]
    [InlineData("async Task M<T>(T e) where T : class, IAmazonEventBridge { IAmazonEventBridge bus = e; await bus.[|PutEventsAsync|](" + Request + "); }")]
    [InlineData("async Task M() { Func<Task> send = async () => await events.[|PutEventsAsync|](" + Request + "); await send(); }")]
    [InlineData("async Task M() { Func<Task> send = async () => { await events.[|PutEventsAsync|](" + Request + "); }; await send(); }")]
    [InlineData("async Task M() { await Send(); async Task Send() { await events.[|PutEventsAsync|](" + Request + "); } }")]
    [InlineData("async Task M(string[] all) { await Task.WhenAll(all.Select(async a => { await events.[|PutEventsAsync|](" + Request + "); })); }")]
    [InlineData("async Task M(string[] all) { foreach (var a in all) { try { await events.[|PutEventsAsync|](" + Request + "); } finally { Console.WriteLine(a); } } }")]
    [InlineData("async Task M(bool b) { var r = await events.[|PutEventsAsync|](" + Request + "); if (b) return; Console.WriteLine(r.HttpStatusCode); }")]
    [InlineData("async Task M() { var task = events.[|PutEventsAsync|](" + Request + "); Console.WriteLine(); await task; }")]
    [InlineData("async Task M() { _ = await events.[|PutEventsAsync|](" + Request + "); }")]
    [InlineData("void M() { events.[|PutEventsAsync|](" + Request + ").GetAwaiter().GetResult(); }")]
    [InlineData("async Task M(int n) { switch (n) { case 1: await events.[|PutEventsAsync|](" + Request + "); break; } }")]
    [InlineData("public C Self => this; static async Task M(C c) { await c.Bus.[|PutEventsAsync|](" + Request + "); } IAmazonEventBridge Bus => events;")]
    public Task Reports_calls(string members) => Verify.Analyzer(Batch, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    // The caller gets the answer.
    [InlineData("Task<PutEventsResponse> M() => events.PutEventsAsync(" + Request + ");")]
    [InlineData("async Task<PutEventsResponse> M() { var r = await events.PutEventsAsync(" + Request + "); Console.WriteLine(r.HttpStatusCode); return r; }")]
    [InlineData("async Task<(int, PutEventsResponse)> M() => (1, await events.PutEventsAsync(" + Request + "));")]
    [InlineData("async IAsyncEnumerable<PutEventsResponse> M() { yield return await events.PutEventsAsync(" + Request + "); }")]
    [InlineData("Func<Task<PutEventsResponse>> M() => () => events.PutEventsAsync(" + Request + ");")]
    // Other code gets it.
    [InlineData("async Task M() { Check(await events.PutEventsAsync(" + Request + ")); void Check(PutEventsResponse r) { } }")]
    [InlineData("PutEventsResponse? _last; async Task M() { _last = await events.PutEventsAsync(" + Request + "); }")]
    [InlineData("async Task M(List<PutEventsResponse> all) { all.Add(await events.PutEventsAsync(" + Request + ")); }")]
    [InlineData("async Task M(string[] many) { var all = await Task.WhenAll(many.Select(_ => events.PutEventsAsync(" + Request + "))); Console.WriteLine(all.Sum(r => r.FailedEntryCount)); }")]
    [InlineData("async Task M() { PutEventsResponse r; r = await events.PutEventsAsync(" + Request + "); Action<PutEventsResponse> log = x => Console.WriteLine(x); log(r); }")]
    // It is read, somewhere and somehow.
    [InlineData("async Task M() { if ((await events.PutEventsAsync(" + Request + ")).FailedEntryCount > 0) throw new Exception(); }")]
    [InlineData("async Task M() { if (await events.PutEventsAsync(" + Request + ") is { FailedEntryCount: > 0 }) throw new Exception(); }")]
    [InlineData("async Task M() { var r = await events.PutEventsAsync(" + Request + "); var failed = r?.FailedEntryCount ?? 0; Console.WriteLine(failed); }")]
    [InlineData("async Task M() { var r = await events.PutEventsAsync(" + Request + "); Action check = () => { if (r.FailedEntryCount > 0) throw new Exception(); }; check(); }")]
    [InlineData("async Task M() { var r = await events.PutEventsAsync(" + Request + "); foreach (var e in r.Entries ?? []) if (e.ErrorCode != null) throw new Exception(); }")]
    // Of the code's own, whatever it is called.
    [InlineData("class Mine { public Task PutEventsAsync(object o) => Task.CompletedTask; } async Task M(Mine e) { await e.PutEventsAsync(\"\"); }")]
    public Task Is_silent_about_calls(string members) => Verify.Silent(Batch, SdkCode.Members(members).Replace("using Amazon.Lambda;", "using Amazon.EventBridge.Model; using Amazon.Lambda;", StringComparison.Ordinal), SdkRefs.V4);

    [Theory]
    [InlineData("object M() => new AmazonS3Config { [|MaxErrorRetry = 0|] };")]
    [InlineData("AmazonS3Config M() => new() { [|MaxErrorRetry = 0|], ForcePathStyle = true };")]
    [InlineData("void M(AmazonS3Config c) { [|c.MaxErrorRetry = 0|]; }")]
    [InlineData("readonly AmazonS3Config _c = new(); void M() { [|this._c.MaxErrorRetry = 0|]; }")]
    [InlineData("const int None = 0; object M() => new AmazonSQSConfig { [|MaxErrorRetry = None|] };")]
    [InlineData("void M(ClientConfig c) => [|c.MaxErrorRetry = 0|];")]
    [InlineData("class Mine : AmazonS3Config { public Mine() { [|MaxErrorRetry = 0|]; } }")]
    [InlineData("void M(Action<AmazonS3Config> a) => M(c => [|c.MaxErrorRetry = 0|]);")]
    [InlineData("void M() { var c = new AmazonS3Config(); if (c != null) { [|c.MaxErrorRetry = 0|]; } }")]
    [InlineData("object M(int n) => new AmazonS3Config { MaxErrorRetry = n };")]
    [InlineData("object M(bool b) => new AmazonS3Config { MaxErrorRetry = b ? 0 : 3 };")]
    [InlineData("int M(AmazonS3Config c) => c.MaxErrorRetry == 0 ? 1 : 2;")]
    [InlineData("class Mine { public int MaxErrorRetry { get; set; } } object M() => new Mine { MaxErrorRetry = 0 };")]
    public Task Judges_settings(string members) => Verify.Analyzer(Retries, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("public async Task Handle(string s, ILambdaContext context) { AmazonSQSClient c = [|new|](); await c.PurgeQueueAsync(s); }")]
    [InlineData("public async Task Handle(string s, ILambdaContext context) { IAmazonSQS c = [|new AmazonSQSClient|](new AmazonSQSConfig()); await c.PurgeQueueAsync(s); }")]
    [InlineData("public async Task Handle(string s, ILambdaContext context) { using (var c = [|new AmazonSQSClient|]()) { await c.PurgeQueueAsync(s); } }")]
    [InlineData("public async Task Handle(string s, ILambdaContext context) { if (s.Length > 1) { var c = [|new AmazonSQSClient|](); await c.PurgeQueueAsync(s); } }")]
    [InlineData("public async Task Handle(string s, ILambdaContext context) { var t = new TransferUtility([|new AmazonS3Client|]()); await t.UploadAsync(s, s); }")]
    [InlineData("class Mine : AmazonSQSClient { } public async Task Handle(string s, ILambdaContext context) { var c = [|new Mine|](); await c.PurgeQueueAsync(s); }")]
    // Kept, handed on, or made for whoever asks.
    [InlineData("AmazonSQSClient Client { get; } = new(); public async Task Handle(string s, ILambdaContext context) => await Client.PurgeQueueAsync(s);")]
    [InlineData("static AmazonSQSClient? s_c; public async Task Handle(string s, ILambdaContext context) { var c = s_c ??= new AmazonSQSClient(); await c.PurgeQueueAsync(s); }")]
    [InlineData("readonly Dictionary<string, IAmazonSQS> _all = []; public void Handle(string s, ILambdaContext context) { var c = new AmazonSQSClient(); _all[s] = c; }")]
    [InlineData("public AmazonSQSClient Handle(string s, ILambdaContext context) { var c = new AmazonSQSClient(); return c; }")]
    [InlineData("class D { readonly AmazonSQSClient _c; public D() { _c = new AmazonSQSClient(); } public AmazonSQSClient Value => _c; }")]
    public Task Judges_creations(string members) => Verify.Analyzer(PerCall, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("async Task M(string q) { var t = sqs.ReceiveMessageAsync(q); var r = await t; foreach (var m in [|r.Messages|]) Console.WriteLine(m); }")]
    [InlineData("async Task M(string q) { var r = await sqs.ReceiveMessageAsync(q).ConfigureAwait(false); Console.WriteLine([|r.Messages|].Any(m => m.Body == q)); }")]
    [InlineData("async Task M(string q) { var r = await sqs.ReceiveMessageAsync(q); var bodies = from m in [|r.Messages|] select m.Body; }")]
    [InlineData("async Task M(string q) { var r = await sqs.ReceiveMessageAsync(q); await Task.WhenAll([|r.Messages|].Select(async m => { await Task.Yield(); Console.WriteLine(m); })); }")]
    [InlineData("async Task M(string q) { var r = await sqs.ReceiveMessageAsync(q); Action show = () => { foreach (var m in [|r.Messages|]) Console.WriteLine(m); }; show(); }")]
    [InlineData("async Task M(string q) { var r = await sqs.ReceiveMessageAsync(q); Message[] all = [.. [|r.Messages|]]; }")]
    [InlineData("async Task M(string q) { ReceiveMessageResponse r; r = await sqs.ReceiveMessageAsync(q); Console.WriteLine([|r.Messages|].Count); }")]
    [InlineData("Task<ReceiveMessageResponse> Get(string q) => sqs.ReceiveMessageAsync(q); async Task M(string q) { foreach (var m in [|(await Get(q)).Messages|]) Console.WriteLine(m); }")]
    [InlineData("async Task<List<Message>> M(string q) => (await sqs.ReceiveMessageAsync(q)).Messages;")]
    [InlineData("async Task M(string q) { var r = await sqs.ReceiveMessageAsync(q); for (var i = 0; i < (r.Messages?.Count ?? 0); i++) Console.WriteLine(r.Messages![i]); }")]
    [InlineData("static void Show(ReceiveMessageResponse r) { foreach (var m in r.Messages) Console.WriteLine(m); }")]
    public Task Judges_collections(string members) => Verify.Analyzer(Collection, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("async Task M(string q) { try { await sqs.PurgeQueueAsync(q); } catch ([|AmazonSQSException|] e) { } }")]
    [InlineData("async Task M(string q) { try { await sqs.PurgeQueueAsync(q); } catch (TimeoutException) { throw; } catch ([|AmazonServiceException|]) { } }")]
    [InlineData("async Task M(string[] all) { foreach (var q in all) { try { await sqs.SendMessageAsync(q, q); } catch ([|AmazonSQSException|]) { } } }")]
    [InlineData("void M() { Func<string, Task> f = async q => { try { await sqs.SendMessageAsync(q, q); } catch ([|AmazonSQSException|]) { } }; }")]
    [InlineData("async Task M(string q) { try { await sqs.PurgeQueueAsync(q); } catch (PurgeQueueInProgressException) { } }")]
    [InlineData("async Task M(string q) { try { await sqs.PurgeQueueAsync(q); } catch (AmazonSQSException e) when (e.ErrorCode == q) { } }")]
    [InlineData("async Task M(string q) { try { await sqs.PurgeQueueAsync(q); } catch (AmazonSQSException e) { throw new InvalidOperationException(q, e); } }")]
    public Task Judges_catches(string members) => Verify.Analyzer(Swallowed, SdkCode.Members(members), SdkRefs.V4);
}
