using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>Collections that version 4 leaves null.</summary>
public sealed class NullCollectionTests
{
    private const string Read = "SKY2015";
    private const string Write = "SKY2016";
    private const string Receive = "var r = await sqs.ReceiveMessageAsync(queue); ";

    [Theory]
    [InlineData(Receive + "foreach (var m in [|r.Messages|]) Console.WriteLine(m);")]
    [InlineData(Receive + "if ([|r.Messages|].Count > 0) foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "var ids = [|r.Messages|].Select(m => m.MessageId).ToList();")]
    [InlineData(Receive + "var all = new List<Amazon.SQS.Model.Message>(); all.AddRange([|r.Messages|]);")]
    [InlineData(Receive + "var all = new List<Amazon.SQS.Model.Message>([|r.Messages|]);")]
    [InlineData(Receive + "var messages = [|r.Messages|]; foreach (var m in messages) Console.WriteLine(m);")]
    [InlineData(Receive + "[|r.Messages|].ForEach(m => Console.WriteLine(m));")]
    [InlineData("foreach (var o in [|(await s3.ListObjectsV2Async(new ListObjectsV2Request())).S3Objects|]) Console.WriteLine(o);")]
    [InlineData("var i = await ddb.GetItemAsync(queue, []); Console.WriteLine([|i.Item|][\"name\"].S);")]
    [InlineData("var i = sqs.ReceiveMessageAsync(queue).Result; Console.WriteLine([|i.Messages|].Count);")]
    [InlineData("var q = await ddb.QueryAsync(new QueryRequest()); while ([|q.LastEvaluatedKey|].Count > 0) { }")]
    // Without items to send there are none, and without the attributes asked for neither.
    [InlineData("var q = await ddb.QueryAsync(new QueryRequest { Select = Select.COUNT }); Console.WriteLine([|q.Items|].Count);")]
    [InlineData("var u = await ddb.UpdateItemAsync(new UpdateItemRequest { ReturnValues = ReturnValue.ALL_OLD }); Console.WriteLine([|u.Attributes|].Count);")]
    [InlineData("var d = await s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = queue, Quiet = true }); Console.WriteLine([|d.DeletedObjects|].Count);")]
    // What is asked about is another response.
    [InlineData(Receive + "var s = await sqs.ReceiveMessageAsync(queue); if (s.Messages != null) foreach (var m in [|r.Messages|]) Console.WriteLine(m);")]
    // The test decides nothing.
    [InlineData(Receive + "if (r.Messages == null) Console.WriteLine(); foreach (var m in [|r.Messages|]) Console.WriteLine(m);")]
    public Task Reports_reads(string body) => Verify.Analyzer(Read, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData(Receive + "foreach (var m in r.Messages ?? []) Console.WriteLine(m);")]
    [InlineData(Receive + "foreach (var m in r.Messages ?? Enumerable.Empty<Amazon.SQS.Model.Message>()) Console.WriteLine(m);")]
    [InlineData(Receive + "if (r.Messages != null) foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "if (r.Messages is not null && r.Messages.Count > 0) Console.WriteLine(r.Messages.Count);")]
    [InlineData(Receive + "if (r.Messages is { Count: > 0 }) foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "if (r.Messages is { Count: > 0 } messages) foreach (var m in messages) Console.WriteLine(m);")]
    [InlineData(Receive + "if (r is { Messages.Count: > 0 }) foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "if (r.Messages == null || r.Messages.Count == 0) return; foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "if (r?.Messages is null || r.Messages.Count == 0) return; foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "if (r.Messages is null) return; foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "if (r.Messages is null) throw new Exception(); Console.WriteLine(r.Messages.Count);")]
    [InlineData("while (true) { " + Receive + "if (r.Messages is not { Count: > 0 }) continue; foreach (var m in r.Messages) Console.WriteLine(m); }")]
    [InlineData(Receive + "if (r.Messages?.Any() == true) foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "Console.WriteLine(r.Messages?.Count ?? 0);")]
    [InlineData(Receive + "if (Has(r)) foreach (var m in r.Messages) Console.WriteLine(m); bool Has(ReceiveMessageResponse x) => x.Messages is { Count: > 0 };")]
    [InlineData(Receive + "if (!Has(r)) return; foreach (var m in r.Messages) Console.WriteLine(m); bool Has(ReceiveMessageResponse x) => x.Messages is { Count: > 0 };")]
    [InlineData(Receive + "try { if (r.Messages is null) throw new Exception(); } finally { } Console.WriteLine(r.Messages.Count);")]
    [InlineData(Receive + "using (new System.IO.MemoryStream()) { if (r.Messages is null) return; } Console.WriteLine(r.Messages.Count);")]
    [InlineData(Receive + "switch (r.Messages) { case null: return; case { Count: 0 }: return; default: Console.WriteLine(r.Messages.Count); break; }")]
    [InlineData(Receive + "r.Messages ??= []; foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "ArgumentNullException.ThrowIfNull(r.Messages); foreach (var m in r.Messages) Console.WriteLine(m);")]
    [InlineData(Receive + "var messages = r.Messages; if (messages == null) return; foreach (var m in messages) Console.WriteLine(m);")]
    [InlineData(Receive + "var messages = r.Messages ?? []; foreach (var m in messages) Console.WriteLine(m);")]
    [InlineData(Receive + "var n = r.Messages == null ? 0 : r.Messages.Count;")]
    [InlineData(Receive + "Console.WriteLine(r.Messages); Use(r.Messages); void Use(List<Amazon.SQS.Model.Message>? m) { }")]
    [InlineData("var i = await ddb.GetItemAsync(queue, []); if (!i.IsItemSet) return; Console.WriteLine(i.Item[\"name\"].S);")]
    [InlineData("var i = await ddb.GetItemAsync(queue, []); if (i.IsItemSet) Console.WriteLine(i.Item[\"name\"].S);")]
    // Index and First throw on an empty list as well.
    [InlineData(Receive + "Console.WriteLine(r.Messages[0]);")]
    [InlineData(Receive + "Console.WriteLine(r.Messages.First());")]
    // DynamoDB sends these also when they are empty.
    [InlineData("var q = await ddb.QueryAsync(new QueryRequest { TableName = queue }); foreach (var i in q.Items) Console.WriteLine(i);")]
    [InlineData("foreach (var i in (await ddb.ScanAsync(new ScanRequest { TableName = queue })).Items) Console.WriteLine(i);")]
    [InlineData("var d = await s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = queue }); Console.WriteLine(d.DeletedObjects.Count);")]
    [InlineData("var t = await ddb.BatchExecuteStatementAsync(new BatchExecuteStatementRequest()); Console.WriteLine(t.Responses.Count);")]
    [InlineData("var t = await ddb.TransactGetItemsAsync(new TransactGetItemsRequest()); foreach (var i in t.Responses) Console.WriteLine(i.Item);")]
    [InlineData("var t = await ddb.ListTablesAsync(); Console.WriteLine(t.TableNames.Count);")]
    [InlineData("var b = await ddb.BatchWriteItemAsync(new BatchWriteItemRequest()); Console.WriteLine(b.UnprocessedItems.Count);")]
    [InlineData("var u = await ddb.UpdateItemAsync(new UpdateItemRequest { ReturnValues = ReturnValue.ALL_NEW }); Console.WriteLine(u.Attributes[\"n\"].N);")]
    // The service's model requires them.
    [InlineData("var t = await s3.GetBucketTaggingAsync(new GetBucketTaggingRequest()); foreach (var tag in t.TagSet) Console.WriteLine(tag);")]
    [InlineData("var d = await sqs.DeleteMessageBatchAsync(queue, []); foreach (var f in d.Failed) Console.WriteLine(f);")]
    // Built by the code itself.
    [InlineData("var r = new ReceiveMessageResponse { Messages = [] }; foreach (var m in r.Messages) Console.WriteLine(m);")]
    // Paginators give an empty page as nothing.
    [InlineData("await foreach (var o in s3.Paginators.ListObjectsV2(new ListObjectsV2Request()).S3Objects) Console.WriteLine(o);")]
    // Created in every version.
    [InlineData("using var o = await s3.GetObjectAsync(queue, queue); Console.WriteLine(o.Metadata.Count); Console.WriteLine(o.Headers.Count);")]
    public Task Is_silent_about_reads(string body) => Verify.Silent(Read, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Is_silent_when_the_switch_is_on() => Verify.Silent(Read, SdkCode.Body(Receive + "foreach (var m in r.Messages) Console.WriteLine(m);"),
        new Setup(SdkRefs.V4).WithSource("Start.cs", "static class Start { static void Up() => Amazon.AWSConfigs.InitializeCollections = true; }"));

    [Fact]
    public Task Is_silent_in_version_3() => Verify.Silent(Read, SdkCode.V3("async Task M() { var r = await s3.ListObjectsV2Async(new ListObjectsV2Request()); foreach (var o in r.S3Objects) Console.WriteLine(o); }"), SdkRefs.V3);

    [Fact]
    public Task Read_fix_of_a_member_takes_parentheses() => Verify.Fix(Read,
        SdkCode.Body(Receive + "Console.WriteLine([|r.Messages|].Count);"), SdkCode.Body(Receive + "Console.WriteLine((r.Messages ?? []).Count);"), SdkRefs.V4);

    /// <summary>An empty dictionary throws as well.</summary>
    [Fact]
    public Task No_read_fix_where_a_key_is_looked_up() => Verify.NoFix(Read, SdkCode.Body("var i = await ddb.GetItemAsync(queue, []); Console.WriteLine([|i.Item|][\"name\"].S);"), SdkRefs.V4);

    // Where there is more, there is something.
    [Fact]
    public Task More_to_come_means_that_something_is_there() => Verify.Analyzer(Read, SdkCode.Members("""
        async Task M(Amazon.Kinesis.IAmazonKinesis kinesis, Amazon.Kinesis.Model.ListTagsForStreamRequest request)
        {
            var r = await kinesis.ListTagsForStreamAsync(request);
            while (r.HasMoreTags == true)
            {
                request.ExclusiveStartTagKey = r.Tags[r.Tags.Count - 1].Key;
                r = await kinesis.ListTagsForStreamAsync(request);
            }

            Console.WriteLine([|r.Tags|].Count);
        }
        """), SdkRefs.V4);

    [Fact]
    public Task Read_fix_before_collection_expressions() => Verify.Fix(Read,
        SdkCode.Members("async Task M(string q) { var r = await sqs.ReceiveMessageAsync(q); foreach (var m in [|r.Messages|]) Console.WriteLine(m); }").Replace("class C(", "class C { public C(", StringComparison.Ordinal).Replace("kms)\n{", "kms) { this.sqs = sqs; } readonly IAmazonSQS sqs;", StringComparison.Ordinal).Replace("public object[] All => [s3, sqs, ddb, lambda, events, secrets, ssm, kms];", "", StringComparison.Ordinal),
        SdkCode.Members("async Task M(string q) { var r = await sqs.ReceiveMessageAsync(q); foreach (var m in r.Messages ?? new()) Console.WriteLine(m); }").Replace("class C(", "class C { public C(", StringComparison.Ordinal).Replace("kms)\n{", "kms) { this.sqs = sqs; } readonly IAmazonSQS sqs;", StringComparison.Ordinal).Replace("public object[] All => [s3, sqs, ddb, lambda, events, secrets, ssm, kms];", "", StringComparison.Ordinal),
        new Setup(SdkRefs.V4) { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11 });

    [Theory]
    [InlineData("var r = new CreateQueueRequest { QueueName = queue }; [|r.Attributes|].Add(\"a\", \"b\"); r.Attributes.Add(\"c\", \"d\");")]
    [InlineData("var r = new CreateQueueRequest { QueueName = queue }; [|r.Attributes|][\"a\"] = \"b\";")]
    [InlineData("var r = new CreateQueueRequest { [|Attributes|] = { [\"a\"] = \"b\" } };")]
    [InlineData("var r = new ReceiveMessageRequest { [|MessageAttributeNames|] = { \"All\" } };")]
    [InlineData("var r = new SendMessageBatchRequest(); [|r.Entries|].AddRange([]); await sqs.SendMessageBatchAsync(r);")]
    public Task Reports_writes(string body) => Verify.Analyzer(Write, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("var r = new CreateQueueRequest { Attributes = [] }; r.Attributes.Add(\"a\", \"b\");")]
    [InlineData("var r = new CreateQueueRequest(); r.Attributes = []; r.Attributes.Add(\"a\", \"b\");")]
    [InlineData("var r = new CreateQueueRequest(); r.Attributes ??= []; r.Attributes.Add(\"a\", \"b\");")]
    [InlineData("var r = new CreateQueueRequest(); if (r.Attributes == null) r.Attributes = []; r.Attributes.Add(\"a\", \"b\");")]
    [InlineData("var r = new CreateQueueRequest(); Fill(r); r.Attributes.Add(\"a\", \"b\"); void Fill(CreateQueueRequest x) => x.Attributes = [];")]
    [InlineData("var r = new SendMessageBatchRequest(queue, []); r.Entries.Add(new SendMessageBatchRequestEntry());")]
    [InlineData("var r = new PutObjectRequest(); r.Metadata.Add(\"a\", \"b\"); r.Headers[\"x\"] = \"y\";")]
    [InlineData("var r = new PutObjectRequest { Metadata = { [\"a\"] = \"b\" } };")]
    [InlineData("var r = new CreatePresignedPostRequest(); r.Fields.Add(\"a\", \"b\");")]
    public Task Is_silent_about_writes(string body) => Verify.Silent(Write, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Write_fix_of_an_initialiser() => Verify.Fix(Write,
        SdkCode.Body("var r = new ReceiveMessageRequest { [|MessageAttributeNames|] = { \"All\" } };"),
        SdkCode.Body("var r = new ReceiveMessageRequest { MessageAttributeNames = new() { \"All\" } };"), SdkRefs.V4);
}
