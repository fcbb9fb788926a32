using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>The rules about what becomes of a response.</summary>
public sealed class ResponseUseTests
{
    private const string Unpaginated = "SKY2007";
    private const string Batch = "SKY2008";
    private const string Invoke = "SKY2009";
    private const string Stream = "SKY2010";

    [Theory]
    [InlineData("var r = await s3.[|ListObjectsV2Async|](new ListObjectsV2Request { BucketName = queue }); Console.WriteLine(r.S3Objects?.Count);")]
    [InlineData("foreach (var o in (await s3.[|ListObjectsV2Async|](new ListObjectsV2Request { BucketName = queue })).S3Objects ?? []) Console.WriteLine(o);")]
    [InlineData("var q = new ScanRequest { TableName = queue }; var r = await ddb.[|ScanAsync|](q); Console.WriteLine(r.Items.Any());")]
    [InlineData("var r = await kms.[|ListKeysAsync|](new ListKeysRequest()); var names = r.Keys.Select(k => k.KeyId).ToList();")]
    // A limit above which the service does not go anyway, and ten parameters are a page whatever the limit says.
    [InlineData("var r = await s3.[|ListObjectsV2Async|](new ListObjectsV2Request { BucketName = queue, MaxKeys = 1000 }); foreach (var o in r.S3Objects ?? []) Console.WriteLine(o);")]
    [InlineData("var r = await ssm.[|GetParametersByPathAsync|](new GetParametersByPathRequest { Path = \"/app\", MaxResults = 10 }); foreach (var p in r.Parameters ?? []) Console.WriteLine(p);")]
    [InlineData("var task = s3.[|ListObjectsV2Async|](new ListObjectsV2Request { BucketName = queue }); var r = await task; var found = r.S3Objects.FirstOrDefault(o => o.Key == queue);")]
    [InlineData("var r = await s3.[|ListObjectsV2Async|](new ListObjectsV2Request { BucketName = queue, Prefix = queue }); var found = r.S3Objects.Where(o => o.Size > 0).ToList();")]
    public Task Reports_one_page(string body) => Verify.Analyzer(Unpaginated, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("ListObjectsV2Response r; var q = new ListObjectsV2Request { BucketName = queue }; do { r = await s3.ListObjectsV2Async(q); foreach (var o in r.S3Objects ?? []) Console.WriteLine(o); q.ContinuationToken = r.NextContinuationToken; } while (r.IsTruncated == true);")]
    [InlineData("var r = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = queue }); if (r.IsTruncated == true) throw new Exception(); foreach (var o in r.S3Objects ?? []) Console.WriteLine(o);")]
    [InlineData("var r = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = queue, MaxKeys = 1 }); var any = r.S3Objects?.Count > 0;")]
    [InlineData("await foreach (var o in s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = queue }).S3Objects) Console.WriteLine(o);")]
    [InlineData("var r = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = queue, Prefix = queue }); var any = r.S3Objects?.Any() == true;")]
    [InlineData("var r = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = queue }); Console.WriteLine(r); ")]
    [InlineData("var r = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = queue }); foreach (var o in (r.S3Objects ?? []).Take(5)) Console.WriteLine(o);")]
    [InlineData("var r = await s3.ListObjectsV2Async(Request()); foreach (var o in r.S3Objects ?? []) Console.WriteLine(o); ListObjectsV2Request Request() => new() { MaxKeys = 3 };")]
    [InlineData("var r = await ddb.QueryAsync(new QueryRequest { TableName = queue, KeyConditionExpression = \"pk = :p AND sk = :s\" }); foreach (var i in r.Items ?? []) Console.WriteLine(i);")]
    [InlineData("var r = await sqs.ListQueuesAsync(new ListQueuesRequest()); foreach (var u in r.QueueUrls ?? []) Console.WriteLine(u);")]
    [InlineData("var r = await s3.ListBucketsAsync(); foreach (var b in r.Buckets ?? []) Console.WriteLine(b);")]
    [InlineData("var r = await sqs.ReceiveMessageAsync(queue); foreach (var m in r.Messages ?? []) Console.WriteLine(m);")]
    // The rest of a batch is no page.
    [InlineData("var q = new BatchGetItemRequest(); BatchGetItemResponse r; do { r = await ddb.BatchGetItemAsync(q); foreach (var t in r.Responses) Console.WriteLine(t); q.RequestItems = r.UnprocessedKeys; } while (r.UnprocessedKeys.Count > 0);")]
    // The name that the prefix spells out comes first of all that begin so.
    [InlineData("var r = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = queue, Prefix = queue }); var found = r.S3Objects != null && r.S3Objects.Any(o => o.Key == queue);")]
    public Task Is_silent_about_lists(string body) => Verify.Silent(Unpaginated, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Is_silent_about_a_list_that_is_returned() => Verify.Silent(Unpaginated, SdkCode.Members("""
        Task<ListObjectsV2Response> One(string b) => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = b });
        async Task<ListObjectsV2Response> Two(string b) { var r = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = b }); Console.WriteLine(r.S3Objects?.Count); return r; }
        """), SdkRefs.V4);

    [Fact]
    public Task Paginator_fix_passes_the_token_on() => Verify.Fix(Unpaginated,
        SdkCode.Body("var q = new ListObjectsV2Request { BucketName = queue };\n        foreach (var o in (await s3.[|ListObjectsV2Async|](q, stop)).S3Objects)\n            Console.WriteLine(o);"),
        SdkCode.Body("var q = new ListObjectsV2Request { BucketName = queue };\n        await foreach (var o in s3.Paginators.ListObjectsV2(q).S3Objects.WithCancellation(stop))\n            Console.WriteLine(o);"), SdkRefs.V4);

    [Fact]
    public Task Paginator_fix_fills_a_list() => Verify.Fix(Unpaginated,
        SdkCode.Members("""
            public async Task<List<S3Object>> Everything(string bucket)
                {
                    // All of them.
                    var response = await s3.[|ListObjectsV2Async|](new ListObjectsV2Request { BucketName = bucket });
                    return response.S3Objects;
                }
            """),
        SdkCode.Members("""
            public async Task<List<S3Object>> Everything(string bucket)
                {
                    // All of them.
                    var s3Objects = new List<S3Object>();
                    await foreach (var item in s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucket }).S3Objects)
                        s3Objects.Add(item);
                    return s3Objects;
                }
            """), SdkRefs.V4);

    /// <summary>DynamoDB's paginators give pages only.</summary>
    [Fact]
    public Task Paginator_fix_fills_a_list_from_pages() => Verify.Fix(Unpaginated,
        SdkCode.Body("var q = new ScanRequest { TableName = queue };\n        var found = await ddb.[|ScanAsync|](q, stop).ConfigureAwait(false);\n        Console.WriteLine(found.Items?.Count);"),
        SdkCode.Body("var q = new ScanRequest { TableName = queue };\n        var items = new List<Dictionary<string, AttributeValue>>();\n        await foreach (var page in ddb.Paginators.Scan(q).Responses.WithCancellation(stop))\n            items.AddRange(page.Items ?? []);\n        Console.WriteLine(items?.Count);"), SdkRefs.V4);

    /// <summary>What the paginator does not give, the code would miss.</summary>
    [Fact]
    public Task No_paginator_fix_when_more_of_the_response_is_read() => Verify.NoFix(Unpaginated,
        SdkCode.Body("var r = await s3.[|ListObjectsV2Async|](new ListObjectsV2Request { BucketName = queue }); Console.WriteLine(r.S3Objects?.Count + r.KeyCount);"), SdkRefs.V4);

    [Theory]
    [InlineData("await sqs.[|SendMessageBatchAsync|](queue, []);")]
    [InlineData("var r = await sqs.[|DeleteMessageBatchAsync|](queue, []); Console.WriteLine(r.HttpStatusCode);")]
    [InlineData("_ = await ddb.[|BatchWriteItemAsync|](new BatchWriteItemRequest());")]
    [InlineData("var r = await ddb.[|BatchGetItemAsync|](new BatchGetItemRequest()); Console.WriteLine(r.Responses?.Count);")]
    [InlineData("var r = await events.[|PutEventsAsync|](new PutEventsRequest()); if (r.HttpStatusCode != System.Net.HttpStatusCode.OK) throw new Exception();")]
    [InlineData("sqs.[|ChangeMessageVisibilityBatchAsync|](queue, []).Wait();")]
    public Task Reports_a_batch(string body) => Verify.Analyzer(Batch, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    // The SDK throws DeleteObjectsException on its own.
    [InlineData("await s3.DeleteObjectsAsync(new DeleteObjectsRequest());")]
    // Sends again what was left over.
    [InlineData("var context = new DynamoDBContextBuilder().WithDynamoDBClient(() => ddb).Build(); await context.CreateBatchWrite<string>().ExecuteAsync(stop);")]
    [InlineData("await ddb.TransactWriteItemsAsync(new TransactWriteItemsRequest());")]
    [InlineData("var r = await sqs.SendMessageBatchAsync(queue, []); if (r.Failed is { Count: > 0 }) throw new Exception();")]
    [InlineData("var r = await sqs.SendMessageBatchAsync(queue, []); if (r is { Failed.Count: > 0 }) throw new Exception();")]
    [InlineData("if ((await events.PutEventsAsync(new PutEventsRequest())).FailedEntryCount > 0) throw new Exception();")]
    [InlineData("var r = await events.PutEventsAsync(new PutEventsRequest()); foreach (var e in r.Entries ?? []) Console.WriteLine(e.ErrorCode);")]
    [InlineData("var q = new BatchWriteItemRequest(); do { var r = await ddb.BatchWriteItemAsync(q); q.RequestItems = r.UnprocessedItems; } while (q.RequestItems?.Count > 0);")]
    [InlineData("var r = await sqs.SendMessageBatchAsync(queue, []); Check(r); void Check(SendMessageBatchResponse x) { }")]
    [InlineData("await sqs.SendMessageAsync(queue, queue);")]
    public Task Is_silent_about_batches(string body) => Verify.Silent(Batch, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Batch_fix_after_a_declaration() => Verify.Fix(Batch,
        SdkCode.Body("var sent = await sqs.[|SendMessageBatchAsync|](queue, []);\n        Console.WriteLine(sent.HttpStatusCode);"),
        SdkCode.Body("var sent = await sqs.SendMessageBatchAsync(queue, []);\n    if (sent.Failed is { Count: > 0 })\n        throw new InvalidOperationException($\"SendMessageBatch: {sent.Failed.Count} failed.\");\n        Console.WriteLine(sent.HttpStatusCode);"), SdkRefs.V4);

    [Theory]
    [InlineData("var r = await lambda.[|InvokeAsync|](new InvokeRequest { FunctionName = queue }); Console.WriteLine(r.Payload);")]
    [InlineData("var r = await lambda.[|InvokeAsync|](new InvokeRequest { InvocationType = InvocationType.RequestResponse }); if (r.StatusCode == 200) return;")]
    public Task Reports_an_invocation(string body) => Verify.Analyzer(Invoke, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("var r = await lambda.InvokeAsync(new InvokeRequest { InvocationType = InvocationType.Event }); Console.WriteLine(r.StatusCode);")]
    [InlineData("var r = await lambda.InvokeAsync(new InvokeRequest()); if (r.FunctionError != null) throw new Exception(); Console.WriteLine(r.Payload);")]
    [InlineData("var r = await lambda.InvokeAsync(new InvokeRequest()); Read(r); void Read(InvokeResponse x) { }")]
    public Task Is_silent_about_invocations(string body) => Verify.Silent(Invoke, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("var r = await s3.[|GetObjectAsync|](queue, queue); Console.WriteLine(r.ContentLength);")]
    [InlineData("var r = await s3.[|GetObjectAsync|](queue, queue); await r.WriteResponseStreamToFileAsync(\"f\", false, stop);")]
    [InlineData("GetObjectResponse r; r = await s3.[|GetObjectAsync|](queue, queue); await r.ResponseStream.CopyToAsync(System.IO.Stream.Null);")]
    public Task Reports_a_stream(string body) => Verify.Analyzer(Stream, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("using var r = await s3.GetObjectAsync(queue, queue); Console.WriteLine(r.ContentLength);")]
    [InlineData("using (var r = await s3.GetObjectAsync(queue, queue)) { Console.WriteLine(r.ContentLength); }")]
    [InlineData("var r = await s3.GetObjectAsync(queue, queue); try { Console.WriteLine(r.ContentLength); } finally { r.Dispose(); }")]
    [InlineData("var r = await s3.GetObjectAsync(queue, queue); using var text = new StreamReader(r.ResponseStream); Console.WriteLine(text.ReadToEnd());")]
    [InlineData("var r = await s3.GetObjectAsync(queue, queue); using var body = r.ResponseStream; Console.WriteLine(body.ReadByte());")]
    [InlineData("var r = await s3.GetObjectAsync(queue, queue); r?.Dispose();")]
    [InlineData("var r = await s3.GetObjectMetadataAsync(queue, queue); Console.WriteLine(r.ContentLength);")]
    public Task Is_silent_about_streams(string body) => Verify.Silent(Stream, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Is_silent_about_a_stream_that_is_returned() => Verify.Silent(Stream, SdkCode.Members("""
        async Task<Stream> One(string k) { var r = await s3.GetObjectAsync(k, k); return r.ResponseStream; }
        async Task<GetObjectResponse> Two(string k) => await s3.GetObjectAsync(k, k);
        Task<GetObjectResponse> Three(string k) => s3.GetObjectAsync(k, k);
        """), SdkRefs.V4);
}
