using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>The rules about Lambda handlers.</summary>
public sealed class LambdaTests
{
    private const string Batch = "SKY2037";
    private const string AsyncVoid = "SKY2038";
    private const string State = "SKY2039";
    private const string Invokes = "SKY2040";
    private const string PerCall = "SKY2011";
    private const string Timeout = "SKY2034";

    [Theory]
    [InlineData("public async Task [|Handle|](Amazon.Lambda.SQSEvents.SQSEvent e, ILambdaContext c) { foreach (var m in e.Records) { await Task.Delay(m.Body.Length); } }")]
    [InlineData("public async Task [|Handle|](Amazon.Lambda.SQSEvents.SQSEvent e) { foreach (var m in e.Records) await Task.Delay(m.Body.Length); }")]
    [InlineData("public async Task [|Handle|](Amazon.Lambda.KinesisEvents.KinesisEvent e, ILambdaContext c) { foreach (var m in e.Records) { await Task.Delay(m.EventId.Length); } }")]
    public Task Reports_a_batch_handler(string members) => Verify.Analyzer(Batch, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("public async Task<Amazon.Lambda.SQSEvents.SQSBatchResponse> Handle(Amazon.Lambda.SQSEvents.SQSEvent e, ILambdaContext c) { foreach (var m in e.Records) { await Task.Delay(m.Body.Length); } return new(); }")]
    // Nothing that could fail for a single record.
    [InlineData("public void Handle(Amazon.Lambda.SQSEvents.SQSEvent e, ILambdaContext c) { foreach (var m in e.Records) Console.WriteLine(m.Body); }")]
    [InlineData("public async Task Handle(Amazon.Lambda.SQSEvents.SQSEvent e, ILambdaContext c) => await Task.Delay(e.Records.Count);")]
    // A processor that keeps the failures itself.
    [InlineData("[BatchProcessor] public async Task Handle(Amazon.Lambda.SQSEvents.SQSEvent e, ILambdaContext c) { foreach (var m in e.Records) { await Task.Delay(m.Body.Length); } } class BatchProcessorAttribute : Attribute { }")]
    [InlineData("public async Task Handle(List<string> e, ILambdaContext c) { foreach (var m in e) { await Task.Delay(m.Length); } }")]
    public Task Is_silent_about_batch_handlers(string members) => Verify.Silent(Batch, SdkCode.Members(members), SdkRefs.V4);

    /// <summary>A return in the middle would have to be thought about.</summary>
    [Fact]
    public Task No_batch_fix_with_an_early_return() => Verify.NoFix(Batch,
        SdkCode.Members("public async Task [|Handle|](Amazon.Lambda.SQSEvents.SQSEvent e, ILambdaContext c) { if (e.Records.Count == 0) return; foreach (var m in e.Records) { await Task.Delay(m.Body.Length); } }"), SdkRefs.V4);

    [Theory]
    [InlineData("public async [|void|] Handle(string e, ILambdaContext c) => await Task.Yield();")]
    [InlineData("public async [|void|] Handle(Amazon.Lambda.SQSEvents.SQSEvent e) { await Task.Yield(); }")]
    [InlineData("public async Task Handle(string e, ILambdaContext c) => await Task.Yield();")]
    [InlineData("public void Handle(string e, ILambdaContext c) { }")]
    [InlineData("public async void Clicked(object sender, EventArgs e) => await Task.Yield();")]
    public Task Judges_async_void(string members) => Verify.Analyzer(AsyncVoid, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("static readonly List<string> s_seen = []; public void Handle(string e, ILambdaContext c) => [|s_seen|].Add(e);")]
    [InlineData("readonly System.Text.StringBuilder _log = new(); public string Handle(string e, ILambdaContext c) { [|_log|].Append(e); return _log.ToString(); }")]
    [InlineData("static readonly Queue<string> s_work = new(); public void Handle(string e, ILambdaContext c) => [|s_work|].Enqueue(e);")]
    public Task Reports_state(string members) => Verify.Analyzer(State, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("static readonly List<string> s_seen = []; public void Handle(string e, ILambdaContext c) { s_seen.Clear(); s_seen.Add(e); }")]
    [InlineData("List<string> _seen = []; public void Handle(string e, ILambdaContext c) { _seen = []; _seen.Add(e); }")]
    [InlineData("static readonly Queue<string> s_work = new(); public void Handle(string e, ILambdaContext c) { s_work.Enqueue(e); while (s_work.Count > 0) s_work.Dequeue(); }")]
    // Caches and filters.
    [InlineData("static readonly Dictionary<string, string> s_cache = []; public void Handle(string e, ILambdaContext c) => s_cache.Add(e, e);")]
    [InlineData("static readonly HashSet<string> s_seen = []; public void Handle(string e, ILambdaContext c) => s_seen.Add(e);")]
    [InlineData("public void Handle(string e, ILambdaContext c) { var seen = new List<string>(); seen.Add(e); }")]
    [InlineData("static readonly List<string> s_names = []; static C() => s_names.Add(\"a\"); public int Handle(string e, ILambdaContext c) => s_names.Count;")]
    [InlineData("static readonly List<string> s_seen = []; public void Handle(string e, ILambdaContext c) { s_seen.Add(e); Empty(s_seen); } static void Empty(List<string> list) => list.Clear();")]
    public Task Is_silent_about_state(string members) => Verify.Silent(State, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("public Task Handle(string e, ILambdaContext c) => lambda.[|InvokeAsync|](new InvokeRequest { FunctionName = e });")]
    [InlineData("public async Task Handle(string e, ILambdaContext c) { var r = new InvokeRequest { FunctionName = e, InvocationType = InvocationType.RequestResponse }; await lambda.[|InvokeAsync|](r); }")]
    [InlineData("public Task Handle(string e, ILambdaContext c) => lambda.InvokeAsync(new InvokeRequest { FunctionName = e, InvocationType = InvocationType.Event });")]
    [InlineData("public Task Handle(InvokeRequest r, ILambdaContext c) => lambda.InvokeAsync(r);")]
    [InlineData("public Task Call(string e) => lambda.InvokeAsync(new InvokeRequest { FunctionName = e });")]
    public Task Judges_invocations(string members) => Verify.Analyzer(Invokes, SdkCode.Members(members), SdkRefs.V4);

    /// <summary>Handlers without a context: the event's type tells, and so does a lambda with a context.</summary>
    [Theory]
    [InlineData("public async Task Handle(Amazon.Lambda.SQSEvents.SQSEvent e) { var client = [|new AmazonSQSClient|](); await client.ListQueuesAsync(\"\"); }")]
    [InlineData("public object Make() => (Func<string, ILambdaContext, Task>)(async (e, c) => { var client = [|new AmazonSQSClient|](); await client.SendMessageAsync(e, e); });")]
    [InlineData("public object Make() { return (Func<string, ILambdaContext, Task>)Handle; static async Task Handle(string e, ILambdaContext c) { var client = [|new AmazonSQSClient|](); await client.SendMessageAsync(e, e); } }")]
    public Task Reports_clients_in_other_handlers(string members) => Verify.Analyzer(PerCall, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("readonly IAmazonS3 _own = [|new AmazonS3Client|](); public Task Handle(string e, ILambdaContext c) => _own.GetObjectMetadataAsync(e, e);")]
    [InlineData("readonly IAmazonS3 _own; public C() : this(null!, null!, null!, null!, null!, null!, null!, null!) => _own = [|new AmazonS3Client|](); public Task Handle(string e, ILambdaContext c) => this._own.GetObjectMetadataAsync(e, e);")]
    [InlineData("readonly IAmazonS3 _own = [|new AmazonS3Client|](new AmazonS3Config { ForcePathStyle = true }); public Task Handle(string e, ILambdaContext c) => _own.GetObjectMetadataAsync(e, e);")]
    [InlineData("AmazonSQSConfig Config() => new() { [|Timeout = Timeout.InfiniteTimeSpan|] };")]
    [InlineData("AmazonS3Config Config() => new() { [|Timeout = TimeSpan.MaxValue|] };")]
    public Task Reports_no_timeout(string members) => Verify.Analyzer(Timeout, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("readonly IAmazonS3 _own = new AmazonS3Client(new AmazonS3Config { Timeout = TimeSpan.FromSeconds(3) }); public Task Handle(string e, ILambdaContext c) => _own.GetObjectMetadataAsync(e, e);")]
    [InlineData("readonly IAmazonS3 _own = new AmazonS3Client(); public Task Handle(string e, ILambdaContext c) { using var stop = new CancellationTokenSource(c.RemainingTime); return _own.GetObjectMetadataAsync(e, e, stop.Token); }")]
    // A transfer may take as long as it takes.
    [InlineData("readonly IAmazonS3 _own = new AmazonS3Client(); public Task Handle(string e, ILambdaContext c) => new TransferUtility(_own).UploadAsync(e, e);")]
    [InlineData("readonly IAmazonS3 _own = new AmazonS3Client(); public Task Copy(string e) => _own.GetObjectMetadataAsync(e, e);")]
    // Other clients have a time-out of their own.
    [InlineData("readonly IAmazonSQS _own = new AmazonSQSClient(); public Task Handle(string e, ILambdaContext c) => _own.SendMessageAsync(e, e);")]
    [InlineData("AmazonS3Config Config() => new()\n{\n    // No time-out while debugging.\n    Timeout = Timeout.InfiniteTimeSpan,\n};")]
    public Task Is_silent_about_timeouts(string members) => Verify.Silent(Timeout, SdkCode.Members(members), SdkRefs.V4);
}
