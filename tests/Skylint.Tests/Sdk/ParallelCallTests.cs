using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>As many requests at once as there are items.</summary>
public sealed class ParallelCallTests
{
    private const string Id = "SKY2071";

    [Theory]
    [InlineData("public Task M(List<string> keys) => Task.[|WhenAll|](keys.Select(k => s3.GetObjectAsync(\"b\", k)));")]
    [InlineData("public async Task<long> M(IEnumerable<string> keys) { var tasks = keys.Where(k => k.Length > 0).Select(async k => { var r = await s3.GetObjectMetadataAsync(\"b\", k); return r.ContentLength; }).ToList(); var sizes = await Task.[|WhenAll|](tasks); return sizes.Length; }")]
    [InlineData("public async Task M(string[] ids) { var tasks = new List<Task>(); foreach (var id in ids) tasks.Add(sqs.SendMessageAsync(\"q\", id)); await Task.[|WhenAll|](tasks); }")]
    [InlineData("public Task M(IReadOnlyCollection<string> ids) => Task.[|WhenAll|](ids.Select(Send)); private async Task Send(string id) => await sqs.SendMessageAsync(\"q\", id);")]
    [InlineData("public Task M(IEnumerable<string> ids) => Task.[|WhenAll|](from id in ids where id != \"\" select Send(id)); private Task Send(string id) { Console.WriteLine(id); return Inner(id); } private Task Inner(string id) => sqs.SendMessageAsync(\"q\", id);")]
    [InlineData("public Task M(DynamoDBContext db, List<string> ids) => Task.[|WhenAll|](ids.Select(id => db.LoadAsync<object>(id)));")]
    [InlineData("public Task M(List<string> names) => Task.[|WhenAll|](names.Select(n => s3.DeleteBucketPolicyAsync(n)));")]
    // Private: all callers pass what may be any number.
    [InlineData("public Task M(List<string> keys) => N(keys); private Task N(List<string> keys) => Task.[|WhenAll|](keys.Select(k => s3.GetObjectAsync(\"b\", k)));")]
    // Read to the end.
    [InlineData("public async Task M() { var all = new List<S3Object>(); string? next = null; do { var r = await s3.ListObjectsV2Async(new ListObjectsV2Request { ContinuationToken = next }); all.AddRange(r.S3Objects ?? []); next = r.NextContinuationToken; } while (next is not null); await Task.[|WhenAll|](all.Select(o => s3.DeleteObjectAsync(\"b\", o.Key))); }")]
    [InlineData("public async Task M() { var keys = new List<string>(); await foreach (var o in s3.Paginators.ListObjectsV2(new()).S3Objects) keys.Add(o.Key); await Task.[|WhenAll|](keys.Select(k => s3.DeleteObjectAsync(\"b\", k))); }")]
    [InlineData("public Task M(string folder) => Task.[|WhenAll|](Directory.EnumerateFiles(folder).Select(f => s3.PutObjectAsync(new PutObjectRequest { FilePath = f })));")]
    [InlineData("public async Task M(string file) { var lines = await File.ReadAllLinesAsync(file); await Task.[|WhenAll|](lines.Skip(1).Select(l => sqs.SendMessageAsync(\"q\", l))); }")]
    public Task Reports(string members) => Verify.Analyzer(Id, SdkCode.Members(members), SdkRefs.V4);

    [Fact]
    public Task Reports_in_version_3() => Verify.Analyzer(Id, SdkCode.V3("public Task M(List<string> keys) => Task.[|WhenAll|](keys.Select(k => s3.GetObjectAsync(\"b\", k)));"), SdkRefs.V3);

    [Theory]
    // Written out, cut to size, a page, a batch of events.
    [InlineData("public Task M() => Task.WhenAll(new[] { \"a\", \"b\" }.Select(k => s3.GetObjectAsync(\"b\", k)));")]
    [InlineData("public Task M(string a, string b) => Task.WhenAll(s3.GetObjectAsync(\"b\", a), s3.GetObjectAsync(\"b\", b));")]
    [InlineData("public Task M(params string[] keys) => Task.WhenAll(keys.Select(k => s3.GetObjectAsync(\"b\", k)));")]
    [InlineData("public async Task M(List<string> keys) { foreach (var some in keys.Chunk(20)) await Task.WhenAll(some.Select(k => s3.GetObjectAsync(\"b\", k))); }")]
    [InlineData("public Task M(List<string> keys) => Task.WhenAll(keys.Take(10).Select(k => s3.GetObjectAsync(\"b\", k)));")]
    [InlineData("public Task M(List<string> batch) => Task.WhenAll(batch.Select(k => s3.GetObjectAsync(\"b\", k)));")]
    [InlineData("public async Task M() { var r = await s3.ListObjectsV2Async(new ListObjectsV2Request()); await Task.WhenAll((r.S3Objects ?? []).Select(o => s3.DeleteObjectAsync(\"b\", o.Key))); }")]
    [InlineData("public async Task M() { var some = new List<string>(); while (some.Count < 20) { var r = await s3.ListObjectsV2Async(new ListObjectsV2Request { MaxKeys = 5 }); some.AddRange(r.S3Objects!.Select(o => o.Key)); } await Task.WhenAll(some.Select(k => s3.DeleteObjectAsync(\"b\", k))); }")]
    [InlineData("public Task M(List<Amazon.SQS.Model.Message> messages) => Task.WhenAll(messages.Select(m => sqs.DeleteMessageAsync(\"q\", m.ReceiptHandle)));")]
    [InlineData("public Task M(Amazon.Lambda.SQSEvents.SQSEvent e) => Task.WhenAll(e.Records.Select(m => sqs.SendMessageAsync(\"q\", m.Body)));")]
    [InlineData("public Task M() => N([\"a\", \"b\"]); private Task N(List<string> keys) => Task.WhenAll(keys.Select(k => s3.GetObjectAsync(\"b\", k)));")]
    [InlineData("private static readonly string[] s_keys = [\"a\"]; public Task M() => Task.WhenAll(s_keys.Select(k => s3.GetObjectAsync(\"b\", k)));")]
    [InlineData("public Task M() => Task.WhenAll(Enumerable.Range(0, 8).Select(i => sqs.SendMessageAsync(\"q\", \"m\")));")]
    [InlineData("public Task M(Dictionary<string, string> settings) => Task.WhenAll(settings.Select(s => sqs.SendMessageAsync(\"q\", s.Value)));")]
    // Held back.
    [InlineData("private readonly SemaphoreSlim _gate = new(8); public Task M(List<string> keys) => Task.WhenAll(keys.Select(async k => { await _gate.WaitAsync(); try { await s3.GetObjectAsync(\"b\", k); } finally { _gate.Release(); } }));")]
    [InlineData("private readonly SemaphoreSlim _gate = new(8); public Task M(List<string> keys) => Task.WhenAll(keys.Select(Get)); private async Task Get(string k) { await _gate.WaitAsync(); await s3.GetObjectAsync(\"b\", k); _gate.Release(); }")]
    [InlineData("public async Task M(List<string> keys) { using var gate = new SemaphoreSlim(8); await Task.WhenAll(keys.Select(async k => { await gate.WaitAsync(); await s3.GetObjectAsync(\"b\", k); })); }")]
    [InlineData("public async Task M(List<string> keys) { var tasks = new List<Task>(); foreach (var k in keys) { tasks.Add(s3.GetObjectAsync(\"b\", k)); if (tasks.Count == 10) { await Task.WhenAll(tasks); tasks.Clear(); } } await Task.WhenAll(tasks); }")]
    [InlineData("public async Task M(List<string> keys) { var tasks = keys.Select(k => s3.GetObjectAsync(\"b\", k)); foreach (var some in tasks.Chunk(10)) await Task.WhenAll(some); await Task.WhenAll(tasks); }")]
    [InlineData("public static Amazon.Runtime.ClientConfig Config() => new AmazonS3Config { HttpClientFactory = null }; public const string Note = \"MaxConnectionsPerServer\"; public Task M(List<string> keys) => Task.WhenAll(keys.Select(k => s3.GetObjectAsync(\"b\", k)));")]
    [InlineData("public Task M(List<string> keys) => Parallel.ForEachAsync(keys, async (k, t) => await s3.GetObjectAsync(\"b\", k, t));")]
    // No request, or one that nobody sees.
    [InlineData("public Task M(List<string> keys) => Task.WhenAll(keys.Select(k => Task.Delay(k.Length)));")]
    [InlineData("public interface IStore { Task Put(string key); } public Task M(IStore store, List<string> keys) => Task.WhenAll(keys.Select(k => store.Put(k)));")]
    [InlineData("public interface IStore { Task Put(string key); } public Task M(IStore store, List<string> keys) => Task.WhenAll(keys.Select(store.Put));")]
    public Task Is_silent(string members) => Verify.Silent(Id, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData(
        "public async Task M(List<string> keys) { await Task.[|WhenAll|](keys.Where(k => k != \"\").Select(async k => { await s3.DeleteObjectAsync(\"b\", k); })).ConfigureAwait(false); }",
        "public async Task M(List<string> keys) { await Parallel.ForEachAsync(keys.Where(k => k != \"\"), async (k, _) => { await s3.DeleteObjectAsync(\"b\", k); }).ConfigureAwait(false); }")]
    [InlineData(
        "public async Task M(List<string> keys) { await Task.[|WhenAll|](keys.Select((k) => s3.DeleteObjectAsync(\"b\", k))); }",
        "public async Task M(List<string> keys) { await Parallel.ForEachAsync(keys, async (k, _) => await s3.DeleteObjectAsync(\"b\", k)); }")]
    public Task Fixes(string before, string after) => Verify.Fix(Id, SdkCode.Members(before), SdkCode.Members(after), SdkRefs.V4);

    [Theory]
    [InlineData("public Task M(List<string> keys) => Task.[|WhenAll|](keys.Select(k => s3.GetObjectAsync(\"b\", k)));")]
    [InlineData("public async Task M(List<string> keys) { var all = await Task.[|WhenAll|](keys.Select(k => s3.GetObjectAsync(\"b\", k))); }")]
    [InlineData("public async Task M(List<string> keys) { await Task.[|WhenAll|](keys.Select(k => { return s3.DeleteObjectAsync(\"b\", k); })); }")]
    [InlineData("public async Task M(List<string> keys) { await Task.[|WhenAll|](keys.Select(Delete)); } private Task Delete(string key) => s3.DeleteObjectAsync(\"b\", key);")]
    public Task Has_no_fix_where_results_or_tasks_are_used(string members) => Verify.NoFix(Id, SdkCode.Members(members), SdkRefs.V4);
}
