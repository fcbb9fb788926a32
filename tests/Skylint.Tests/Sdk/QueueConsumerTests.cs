using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>Consumers that never take a message out of the queue.</summary>
public sealed class QueueConsumerTests
{
    private const string Id = "SKY2070";
    private const string Work = " static Task Work(string body) => Task.Delay(body.Length);";
    private const string Loop = "while (!stop.IsCancellationRequested) ";
    private const string Receive = "var r = await sqs.[|ReceiveMessageAsync|](queue, stop); ";
    private const string Quiet = "var r = await sqs.ReceiveMessageAsync(queue, stop); ";

    [Theory]
    [InlineData(Loop + "{ " + Receive + "foreach (var m in r.Messages ?? []) await Work(m.Body); }" + Work)]
    [InlineData("while (true) { " + Receive + "if (r.Messages is not { Count: > 0 }) continue; foreach (var m in r.Messages) await Work(m.Body); }" + Work)]
    [InlineData("while (true) { if (stop.IsCancellationRequested) break; " + Receive + "r.Messages?.ForEach(m => Console.WriteLine(m.Body)); }")]
    [InlineData("for (;;) { try { " + Receive + "await Task.WhenAll((r.Messages ?? []).Select(m => Work(m.Body))); } catch (OperationCanceledException) { return; } }" + Work)]
    // Through locals, patterns, filters and other functions.
    [InlineData(Loop + "{ var request = new ReceiveMessageRequest(queue) { MaxNumberOfMessages = 10 }; var r = await sqs.[|ReceiveMessageAsync|](request, stop); var all = r?.Messages ?? new(); if (all.Count > 0 && all[0] is { Body: var body }) await Work(body); }" + Work)]
    [InlineData(Loop + "{ " + Receive + "var first = r.Messages.Where(m => m.Body.Length > 2).OrderBy(m => m.MessageId).FirstOrDefault(); if (first is null) continue; await One(first); } Task One(Amazon.SQS.Model.Message m) => Work(m.Body);" + Work)]
    [InlineData("foreach (var q in new[] { \"a\", \"b\" }) " + Loop + "{ " + Receive + "await Parallel.ForEachAsync(r.Messages, async (m, t) => await Work(m.Body)); }" + Work)]
    [InlineData("await Task.Run(async () => { while (true) { " + Receive + "foreach (var m in r.Messages) { if (m.Attributes.Count > 3) Console.WriteLine($\"{m}\"); } } });")]
    // A list of what is done, which nobody looks into again.
    [InlineData(Loop + "{ " + Receive + "var done = new List<Amazon.SQS.Model.Message>(); foreach (var m in r.Messages) { await Work(m.Body); done.Add(m); } if (done.Any()) Console.WriteLine(done.Count); }" + Work)]
    // A request that sees to it that others do not get the message meanwhile.
    [InlineData(Loop + "{ var r = await sqs.[|ReceiveMessageAsync|](new ReceiveMessageRequest { QueueUrl = queue, VisibilityTimeout = 30 }, stop); foreach (var m in r.Messages) await Work(m.Body); }" + Work)]
    public Task Reports_in_one_body(string body) => Verify.Analyzer(Id, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) { await Work(m.Body); await sqs.DeleteMessageAsync(queue, m.ReceiptHandle); } }" + Work)]
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) await Work(m.Body); await sqs.DeleteMessageBatchAsync(queue, r.Messages.Select(m => new DeleteMessageBatchRequestEntry(m.MessageId, m.ReceiptHandle)).ToList()); }" + Work)]
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) await sqs.ChangeMessageVisibilityAsync(queue, m.ReceiptHandle, 0); }")]
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) { var (id, handle) = (m.MessageId, m.ReceiptHandle); await Work(id + handle); } }" + Work)]
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) if (m is { Body: var b, ReceiptHandle: var handle }) await Work(b + handle); }" + Work)]
    // Out of sight: other code may delete.
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) await Handler.Handle(m); }")]
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(m)); }")]
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) await Work(new { m }); static Task Work(object o) => Handler.Handle(o); }")]
    [InlineData("var all = new List<Amazon.SQS.Model.Message>(); Handler.Keep(all); " + Loop + "{ " + Quiet + "all.AddRange(r.Messages); foreach (var m in r.Messages) await Work(m.Body); }" + Work)]
    [InlineData(Loop + "{ " + Quiet + "var done = new List<Amazon.SQS.Model.Message>(); foreach (var m in r.Messages) { await Work(m.Body); done.Add(m); } await sqs.DeleteMessageBatchAsync(queue, done.Select(m => new DeleteMessageBatchRequestEntry(m.MessageId, m.ReceiptHandle)).ToList()); }" + Work)]
    [InlineData("Func<Amazon.SQS.Model.Message, Task> handle = Handler.Handle; " + Loop + "{ " + Quiet + "await Task.WhenAll(r.Messages.Select(handle)); }")]
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) await Task.WhenAll(new[] { m }.Select(x => Handler.Handle(x))); }")]
    // Only looks.
    [InlineData(Quiet + "foreach (var m in r.Messages) await Work(m.Body);" + Work)]
    [InlineData("for (var i = 0; i < 5; i++) { " + Quiet + "foreach (var m in r.Messages) await Work(m.Body); }" + Work)]
    [InlineData(Loop + "{ " + Quiet + "if (r.Messages.Count == 0) break; foreach (var m in r.Messages) await Work(m.Body); }" + Work)]
    [InlineData("var more = true; while (more) { " + Quiet + "more = r.Messages.Count > 0; foreach (var m in r.Messages) await Work(m.Body); }" + Work)]
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) { if (m.Body == \"done\") return; } }")]
    [InlineData(Loop + "{ var r = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, VisibilityTimeout = 0 }, stop); foreach (var m in r.Messages) await Work(m.Body); }" + Work)]
    [InlineData(Loop + "{ var r = await sqs.ReceiveMessageAsync(Handler.Request(), stop); foreach (var m in r.Messages) await Work(m.Body); }" + Work)]
    // Emptied as a whole.
    [InlineData(Loop + "{ " + Quiet + "foreach (var m in r.Messages) await Work(m.Body); await sqs.PurgeQueueAsync(queue); }" + Work)]
    // Asked whether there is anything, nothing more.
    [InlineData(Loop + "{ " + Quiet + "Console.WriteLine(r.Messages.Count); }")]
    public Task Is_silent_in_one_body(string body) => Verify.Silent(Id, SdkCode.Body(body), Others());

    [Theory]
    // A loop that calls a method, and a method that hands messages to the loop.
    [InlineData("public async Task Run(CancellationToken stop) { while (!stop.IsCancellationRequested) await Poll(); } private async Task Poll() { var r = await sqs.[|ReceiveMessageAsync|](\"q\"); foreach (var m in r.Messages ?? []) await Work(m); } private Task Work(Amazon.SQS.Model.Message m) => Task.Delay(m.Body.Length);")]
    [InlineData("public async Task Run(CancellationToken stop) { while (!stop.IsCancellationRequested) { foreach (var m in await Poll()) Console.WriteLine(m.Body); } } private async Task<List<Amazon.SQS.Model.Message>> Poll() { var r = await sqs.[|ReceiveMessageAsync|](\"q\"); return r.Messages ?? []; }")]
    [InlineData("private bool _running = true; public async Task Run() { while (_running) { var r = await sqs.[|ReceiveMessageAsync|](\"q\"); foreach (var m in r.Messages) await Work(m, 0); } } private async Task Work(Amazon.SQS.Model.Message m, int depth) { if (depth < 3) await Work(m, depth + 1); else Console.WriteLine(m.Body); }")]
    [InlineData("public async Task Run() { while (true) { var r = await sqs.[|ReceiveMessageAsync|](\"q\"); await Task.WhenAll(r.Messages.Select(Work)); } } private static Task Work(Amazon.SQS.Model.Message m) => Task.Delay(m.Body.Length);")]
    // Without a loop of its own, with a caller that stops, or with a helper that deletes.
    [InlineData("public async Task Poll() { var r = await sqs.ReceiveMessageAsync(\"q\"); foreach (var m in r.Messages) Console.WriteLine(m.Body); }")]
    [InlineData("public async Task Run(CancellationToken stop) { while (true) { var all = await Poll(); if (all.Count == 0) return; foreach (var m in all) Console.WriteLine(m.Body); } } private async Task<List<Amazon.SQS.Model.Message>> Poll() => (await sqs.ReceiveMessageAsync(\"q\")).Messages;")]
    [InlineData("public async Task Run(CancellationToken stop) { while (!stop.IsCancellationRequested) { foreach (var m in await Poll()) Console.WriteLine(m.Body); } } public async Task<List<Amazon.SQS.Model.Message>> Poll() => (await sqs.ReceiveMessageAsync(\"q\")).Messages;")]
    [InlineData("public async Task Run() { while (true) { var r = await sqs.ReceiveMessageAsync(\"q\"); foreach (var m in r.Messages) { Console.WriteLine(m.Body); await Done(m); } } } private Task Done(Amazon.SQS.Model.Message m) => sqs.DeleteMessageAsync(\"q\", m.ReceiptHandle);")]
    [InlineData("public async Task Run() { while (true) { var r = await sqs.ReceiveMessageAsync(\"q\"); foreach (var m in r.Messages) await Done(m); } } protected virtual Task Done(Amazon.SQS.Model.Message m) => Task.Delay(m.Body.Length);")]
    [InlineData("private List<Amazon.SQS.Model.Message> _kept = []; public async Task Run() { while (true) { _kept = (await sqs.ReceiveMessageAsync(\"q\")).Messages; foreach (var m in _kept) Console.WriteLine(m.Body); } }")]
    [InlineData("public async IAsyncEnumerable<Amazon.SQS.Model.Message> Run() { while (true) { var r = await sqs.ReceiveMessageAsync(\"q\"); foreach (var m in r.Messages) { Console.WriteLine(m.Body); yield return m; } } }")]
    public Task Judges_types(string members) => Verify.Analyzer(Id, SdkCode.Members(members), SdkRefs.V4);

    [Fact]
    public async Task Is_quiet_in_tests_and_about_queues_of_other_makers()
    {
        const string Own = """
            public interface IQueue { Task<Response> ReceiveMessageAsync(string queue); }
            public sealed class Message { public string? Body { get; set; } }
            public sealed class Response { public List<Message> Messages { get; } = []; }
            public class C(IQueue queue) { public async Task M() { while (true) foreach (var m in (await queue.ReceiveMessageAsync("q")).Messages) Console.WriteLine(m.Body); } }
            """;
        await Verify.Silent(Id, Own, SdkRefs.V4);
        var xunit = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("xunit.core", references: Refs.Net.All, options: new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
        await Verify.Silent(Id, SdkCode.Body(Loop + "{ " + Quiet + "foreach (var m in r.Messages) await Work(m.Body); }" + Work), SdkRefs.V4.With(xunit));
    }

    private static Setup Others() => new Setup(SdkRefs.V4).WithSource("Handler.cs", "public static class Handler { public static void Keep(object o) { } public static Task Handle(object o) => Task.CompletedTask; public static Amazon.SQS.Model.ReceiveMessageRequest Request() => new(); }");
}
