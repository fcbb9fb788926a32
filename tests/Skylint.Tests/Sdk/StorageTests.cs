using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>The rules about S3 objects, DynamoDB items and paginators.</summary>
public sealed class StorageTests
{
    private const string Reused = "SKY2042";
    private const string FirstSet = "SKY2044";
    private const string Limit = "SKY2045";
    private const string Missing = "SKY2046";
    private const string ListV1 = "SKY2048";
    private const string Existence = "SKY2049";
    private const string Seekable = "SKY2050";
    private const string Abort = "SKY2051";
    private const string Scan = "SKY2025";

    private const string Pages = "var p = s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = queue }); ";
    private const string Read = "await foreach (var o in p.S3Objects) Console.WriteLine(o.Key); ";

    [Theory]
    [InlineData(Pages + Read + "await foreach (var o in [|p|].S3Objects) Console.WriteLine(o.Size);")]
    [InlineData(Pages + Read + "await foreach (var r in [|p|].Responses) Console.WriteLine(r);")]
    [InlineData("var p = s3.Paginators.ListObjectsV2(new ListObjectsV2Request()).S3Objects; await foreach (var o in p) Console.WriteLine(o); await foreach (var o in [|p|].WithCancellation(stop)) Console.WriteLine(o);")]
    [InlineData(Pages + "while (true) { await foreach (var o in [|p|].S3Objects) Console.WriteLine(o.Key); }")]
    public Task Reports_a_second_read(string body) => Verify.Analyzer(Reused, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Reports_a_paginator_that_is_kept() => Verify.Analyzer(Reused, SdkCode.Members("""
        readonly IListObjectsV2Paginator _pages = new AmazonS3Client().Paginators.[|ListObjectsV2|](new ListObjectsV2Request());
        IListObjectsV2Paginator? _later;
        void M() => _later = s3.Paginators.[|ListObjectsV2|](new ListObjectsV2Request());
        object?[] Kept => [_pages, _later];
        """), SdkRefs.V4);

    [Theory]
    [InlineData(Pages + Read)]
    // Once in each branch, or control has left.
    [InlineData(Pages + "if (queue.Length > 1) { " + Read + "} else { " + Read + "}")]
    [InlineData(Pages + "if (queue.Length > 1) { " + Read + "return; } " + Read)]
    // A paginator of its own for each turn, and a list that is read twice.
    [InlineData("foreach (var b in new[] { queue, queue }) { " + Pages + Read + "}")]
    [InlineData(Pages + "var all = new List<S3Object>(); await foreach (var o in p.S3Objects) all.Add(o); Console.WriteLine(all.Count + all.Count);")]
    [InlineData(Pages + "Show(p); Show(p); void Show(object o) { }")]
    public Task Is_silent_about_paginators(string body) => Verify.Silent(Reused, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("var s = Context().QueryAsync<Order>(queue); foreach (var o in await s.[|GetNextSetAsync|](stop)) Console.WriteLine(o);")]
    [InlineData("var all = await Context().ScanAsync<Order>([]).[|GetNextSetAsync|](); Console.WriteLine(all.Count);")]
    public Task Reports_one_set(string body) => Verify.Analyzer(FirstSet, Dynamo(body), SdkRefs.V4);

    [Theory]
    [InlineData("var s = Context().QueryAsync<Order>(queue); do { Console.WriteLine(await s.GetNextSetAsync()); } while (!s.IsDone);")]
    [InlineData("var s = Context().QueryAsync<Order>(queue); var first = await s.GetNextSetAsync(); if (!s.IsDone) throw new Exception();")]
    [InlineData("var s = Context().QueryAsync<Order>(queue); var first = (await s.GetNextSetAsync()).FirstOrDefault();")]
    [InlineData("var s = Context().QueryAsync<Order>(queue); var page = await s.GetNextSetAsync(); var one = page.SingleOrDefault();")]
    [InlineData("var s = Context().QueryAsync<Order>(queue); var page = await s.GetNextSetAsync(); Console.WriteLine(s.PaginationToken);")]
    [InlineData("var s = Context().QueryAsync<Order>(queue); var all = await s.GetRemainingAsync();")]
    public Task Is_silent_about_sets(string body) => Verify.Silent(FirstSet, Dynamo(body), SdkRefs.V4);

    [Theory]
    [InlineData("var r = await ddb.ScanAsync(new ScanRequest { TableName = queue, FilterExpression = \"a = :a\", [|Limit = 1|] }); Console.WriteLine(r.Items?.Count);")]
    [InlineData("var q = new QueryRequest { KeyConditionExpression = \"a = :a\", FilterExpression = \"b = :b\" }; [|q.Limit = 10|]; var r = await ddb.QueryAsync(q); Console.WriteLine(r.Items?.Count);")]
    [InlineData("var r = await ddb.ScanAsync(new ScanRequest { FilterExpression = \"a = :a\", Limit = 10 }); Console.WriteLine(r.LastEvaluatedKey);")]
    [InlineData("var r = await ddb.ScanAsync(new ScanRequest { FilterExpression = \"a = :a\" }); Console.WriteLine(r.Items?.Count);")]
    [InlineData("var r = await ddb.QueryAsync(new QueryRequest { KeyConditionExpression = \"a = :a\", Limit = 10 }); Console.WriteLine(r.Items?.Count);")]
    [InlineData("var q = new ScanRequest { FilterExpression = \"a = :a\", Limit = 10 }; ScanResponse r; do { r = await ddb.ScanAsync(q); q.ExclusiveStartKey = r.LastEvaluatedKey; } while (r.LastEvaluatedKey?.Count > 0);")]
    public Task Judges_limits(string body) => Verify.Analyzer(Limit, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Is_silent_about_a_limited_page_that_is_returned() => Verify.Silent(Limit, SdkCode.Members("""
        Task<ScanResponse> Page() => ddb.ScanAsync(new ScanRequest { FilterExpression = "a = :a", Limit = 10 });
        """), SdkRefs.V4);

    [Theory]
    [InlineData("var o = await Context().[|LoadAsync<Order>|](queue); Console.WriteLine(o.Total);")]
    [InlineData("Console.WriteLine((await Context().[|LoadAsync<Order>|](queue, stop)).Total);")]
    [InlineData("Order o = await Context().[|LoadAsync<Order>|](queue); o.Total = 3;")]
    public Task Reports_a_missing_item(string body) => Verify.Analyzer(Missing, Dynamo(body), SdkRefs.V4);

    [Theory]
    [InlineData("var o = await Context().LoadAsync<Order>(queue); Console.WriteLine(o?.Total);")]
    [InlineData("var o = await Context().LoadAsync<Order>(queue); if (o is null) return; Console.WriteLine(o.Total);")]
    [InlineData("var o = await Context().LoadAsync<Order>(queue); if (o != null) Console.WriteLine(o.Total);")]
    [InlineData("var o = await Context().LoadAsync<Order>(queue) ?? new Order(); Console.WriteLine(o.Total);")]
    [InlineData("if (await Context().LoadAsync<Order>(queue) is { } o) Console.WriteLine(o.Total);")]
    [InlineData("if (await Context().LoadAsync<Order>(queue) is { Total: > 3 }) Console.WriteLine();")]
    [InlineData("var o = await Context().LoadAsync<Order>(queue); ArgumentNullException.ThrowIfNull(o); Console.WriteLine(o.Total);")]
    [InlineData("var o = await Context().LoadAsync<Order>(queue); Show(o); void Show(Order x) { }")]
    public Task Is_silent_about_items(string body) => Verify.Silent(Missing, Dynamo(body), SdkRefs.V4);

    [Theory]
    [InlineData("var r = await s3.[|ListObjectsAsync|](queue); Console.WriteLine(r.IsTruncated);")]
    [InlineData("await s3.[|ListObjectsAsync|](new ListObjectsRequest { BucketName = queue }, stop);")]
    [InlineData("await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = queue }, stop);")]
    // A store that is merely compatible.
    [InlineData("var c = new AmazonS3Client(new AmazonS3Config { ServiceURL = queue }); await c.ListObjectsAsync(queue);")]
    public Task Judges_lists(string body) => Verify.Analyzer(ListV1, SdkCode.Body(body), SdkRefs.V4);

    /// <summary>The marker has no counterpart, so that the result would not compile.</summary>
    [Fact]
    public Task No_list_fix_with_a_marker() => Verify.NoFix(ListV1,
        SdkCode.Body("var r = await s3.[|ListObjectsAsync|](new ListObjectsRequest { BucketName = queue, Marker = queue }); Console.WriteLine(r.NextMarker);"), SdkRefs.V4);

    [Theory]
    [InlineData("using var r = await s3.[|GetObjectAsync|](queue, queue); return;")]
    [InlineData("var r = await s3.[|GetObjectAsync|](new GetObjectRequest { BucketName = queue, Key = queue }); Console.WriteLine(r.LastModified); r.Dispose();")]
    [InlineData("using var r = await s3.GetObjectAsync(queue, queue); await r.ResponseStream.CopyToAsync(Stream.Null);")]
    [InlineData("using var r = await s3.GetObjectAsync(queue, queue); await r.WriteResponseStreamToFileAsync(queue, false, stop);")]
    [InlineData("using var r = await s3.GetObjectAsync(new GetObjectRequest { BucketName = queue, ByteRange = new ByteRange(0, 1) }); Console.WriteLine(r.ContentRange);")]
    [InlineData("var r = await s3.GetObjectMetadataAsync(queue, queue); Console.WriteLine(r.ETag);")]
    public Task Judges_questions(string body) => Verify.Analyzer(Existence, SdkCode.Body(body), SdkRefs.V4);

    /// <summary>The first helper is there in version 3 only.</summary>
    [Fact]
    public Task Bucket_helper_fix() => Verify.Fix(Existence,
        SdkCode.V3("Task<bool> Exists(string b) => Amazon.S3.Util.AmazonS3Util.[|DoesS3BucketExistAsync|](s3, b);"),
        SdkCode.V3("Task<bool> Exists(string b) => Amazon.S3.Util.AmazonS3Util.DoesS3BucketExistV2Async(s3, b);"), SdkRefs.V3);

    [Theory]
    [InlineData("var z = new System.IO.Compression.GZipStream(Stream.Null, System.IO.Compression.CompressionMode.Decompress); await s3.PutObjectAsync(new PutObjectRequest { [|InputStream = z|] });")]
    [InlineData("var r = new PutObjectRequest(); [|r.InputStream = await new HttpClient().GetStreamAsync(queue)|]; await s3.PutObjectAsync(r);")]
    [InlineData("await s3.PutObjectAsync(new PutObjectRequest { InputStream = new MemoryStream() });")]
    [InlineData("await s3.PutObjectAsync(new PutObjectRequest { InputStream = File.OpenRead(queue) });")]
    [InlineData("var r = new PutObjectRequest { InputStream = await new HttpClient().GetStreamAsync(queue) }; r.Headers.ContentLength = 5; await s3.PutObjectAsync(r);")]
    // Buffered before it is read.
    [InlineData("var h = await new HttpClient().GetAsync(queue); await s3.PutObjectAsync(new PutObjectRequest { InputStream = await h.Content.ReadAsStreamAsync() });")]
    [InlineData("await new TransferUtility(s3).UploadAsync(new TransferUtilityUploadRequest { InputStream = await new HttpClient().GetStreamAsync(queue) });")]
    public Task Judges_streams(string body) => Verify.Analyzer(Seekable, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("var u = await s3.[|InitiateMultipartUploadAsync|](queue, queue); Console.WriteLine(u.UploadId);")]
    [InlineData("var u = await s3.InitiateMultipartUploadAsync(queue, queue); try { Console.WriteLine(u.UploadId); } catch { await s3.AbortMultipartUploadAsync(queue, queue, u.UploadId); throw; }")]
    [InlineData("var u = await s3.InitiateMultipartUploadAsync(queue, queue); Remember(u); void Remember(InitiateMultipartUploadResponse x) { }")]
    public Task Judges_uploads(string body) => Verify.Analyzer(Abort, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task A_scan_with_a_limit_does_not_read_the_table() => Verify.Silent(Scan, SdkCode.Members("""
        public async Task<int> Handle(string e, ILambdaContext c) => (await ddb.ScanAsync(new ScanRequest { TableName = e, Limit = 10 })).Items?.Count ?? 0;
        """), SdkRefs.V4);

    private static string Dynamo(string body) => SdkCode.Members($$"""
        IDynamoDBContext Context() => new DynamoDBContextBuilder().WithDynamoDBClient(() => ddb).Build();

        public async Task M(string queue, CancellationToken stop)
        {
            await Task.Yield();
            {{body}}
        }

        [DynamoDBTable("Orders")]
        public class Order
        {
            public decimal Total { get; set; }
        }
        """);
}
