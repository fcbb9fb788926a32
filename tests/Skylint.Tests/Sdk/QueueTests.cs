using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>The rules about messages and batches.</summary>
public sealed class QueueTests
{
    private const string Delete = "SKY2041";
    private const string Size = "SKY2043";
    private const string Single = "SKY2047";
    private const string Name = "SKY2059";
    private const string Fifo = "SKY2060";

    private const string Each = "foreach (var m in new List<Amazon.SQS.Model.Message>()) ";
    private const string Work = " Task Work(string body) => Task.Delay(body.Length);";

    [Theory]
    [InlineData(Each + "{ await sqs.[|DeleteMessageAsync|](queue, m.ReceiptHandle); await Work(m.Body); }" + Work)]
    [InlineData(Each + "{ await sqs.[|DeleteMessageAsync|](new DeleteMessageRequest { QueueUrl = queue, ReceiptHandle = m.ReceiptHandle }, stop); var o = System.Text.Json.JsonDocument.Parse(m.Body); }")]
    [InlineData(Each + "{ try { await Work(m.Body); } finally { await sqs.[|DeleteMessageAsync|](queue, m.ReceiptHandle); } }" + Work)]
    [InlineData(Each + "{ var d = new DeleteMessageRequest(queue, m.ReceiptHandle); await sqs.[|DeleteMessageAsync|](d, stop); await Work(m.Body); }" + Work)]
    public Task Reports_an_early_delete(string body) => Verify.Analyzer(Delete, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData(Each + "{ await Work(m.Body); await sqs.DeleteMessageAsync(queue, m.ReceiptHandle); }" + Work)]
    [InlineData(Each + "{ await Work(m.Body); var d = new DeleteMessageRequest(queue, m.ReceiptHandle); await sqs.DeleteMessageAsync(d); }" + Work)]
    // Only logged afterwards.
    [InlineData(Each + "{ await sqs.DeleteMessageAsync(queue, m.ReceiptHandle); Console.WriteLine(m.MessageId); }")]
    [InlineData(Each + "{ /* At most once is enough here. */ await sqs.DeleteMessageAsync(queue, m.ReceiptHandle); await Work(m.Body); }" + Work)]
    // Read before, worked on after: whether that is too early, nobody can tell.
    [InlineData(Each + "{ var body = m.Body; await sqs.DeleteMessageAsync(queue, m.ReceiptHandle); await Work(m.Body); }" + Work)]
    [InlineData(Each + "{ var done = false; try { await Work(m.Body); done = true; } finally { if (done) await sqs.DeleteMessageAsync(queue, m.ReceiptHandle); } }" + Work)]
    [InlineData("await sqs.DeleteMessageAsync(queue, queue); await Work(queue);" + Work)]
    public Task Is_silent_about_deletes(string body) => Verify.Silent(Delete, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("foreach (var part in new List<SendMessageBatchRequestEntry>().Chunk([|25|])) await sqs.SendMessageBatchAsync(queue, part.ToList());")]
    [InlineData("const int Size = 50; foreach (var part in new List<string>().Chunk([|Size|])) { var entries = part.Select(p => new SendMessageBatchRequestEntry(p, p)).ToList(); await sqs.SendMessageBatchAsync(new SendMessageBatchRequest { QueueUrl = queue, Entries = entries }); }")]
    [InlineData("var all = new List<KeyVersion>(); await s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = queue, Objects = all.Take([|5000|]).ToList() });")]
    [InlineData("await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, MaxNumberOfMessages = [|100|] });")]
    [InlineData("var r = new ReceiveMessageRequest(queue); r.WaitTimeSeconds = [|60|];")]
    [InlineData("var m = new SendMessageRequest { QueueUrl = queue, DelaySeconds = [|3600|] };")]
    public Task Reports_a_batch_that_is_too_large(string body) => Verify.Analyzer(Size, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("foreach (var part in new List<SendMessageBatchRequestEntry>().Chunk(10)) await sqs.SendMessageBatchAsync(queue, part.ToList());")]
    [InlineData("foreach (var part in new List<SendMessageBatchRequestEntry>().Chunk(queue.Length)) await sqs.SendMessageBatchAsync(queue, part.ToList());")]
    // Parts for something else, and parts that are cut again.
    [InlineData("foreach (var part in new List<string>().Chunk(100)) { Console.WriteLine(part.Length); await sqs.SendMessageBatchAsync(queue, []); }")]
    [InlineData("foreach (var part in new List<string>().Chunk(100)) Console.WriteLine(part.Length);")]
    [InlineData("var all = new List<KeyVersion>(); await s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = queue, Objects = all.Take(1000).ToList() });")]
    [InlineData("await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, MaxNumberOfMessages = 10, WaitTimeSeconds = 20 });")]
    [InlineData("var mine = new { MaxNumberOfMessages = 100 };")]
    public Task Is_silent_about_sizes(string body) => Verify.Silent(Size, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Size_fix_leaves_a_constant_alone() => Verify.NoFix(Size,
        SdkCode.Body("const int Size = 50; foreach (var part in new List<SendMessageBatchRequestEntry>().Chunk([|Size|])) await sqs.SendMessageBatchAsync(queue, part.ToList());"), SdkRefs.V4);

    [Fact]
    public Task Size_fix_of_a_setting() => Verify.Fix(Size,
        SdkCode.Body("var r = new ReceiveMessageRequest { QueueUrl = queue, MaxNumberOfMessages = [|100|] };"),
        SdkCode.Body("var r = new ReceiveMessageRequest { QueueUrl = queue, MaxNumberOfMessages = 10 };"), SdkRefs.V4);

    [Theory]
    [InlineData("foreach (var m in new List<string>()) await sqs.[|SendMessageAsync|](queue, m);")]
    [InlineData("foreach (var m in new List<string>()) { var r = new SendMessageRequest { QueueUrl = queue, MessageBody = m }; await sqs.[|SendMessageAsync|](r, stop).ConfigureAwait(false); }")]
    [InlineData("foreach (var k in new List<string>()) { await s3.[|DeleteObjectAsync|](queue, k); }")]
    [InlineData("foreach (var i in new List<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>>()) await ddb.[|PutItemAsync|](new PutItemRequest { TableName = queue, Item = i });")]
    public Task Reports_single_calls(string body) => Verify.Analyzer(Single, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    // Order, conditions and errors of single items.
    [InlineData("foreach (var m in new List<string>()) await sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = queue, MessageBody = m, MessageGroupId = queue });")]
    [InlineData("foreach (var i in new List<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>>()) await ddb.PutItemAsync(new PutItemRequest { TableName = queue, Item = i, ConditionExpression = \"attribute_not_exists(pk)\" });")]
    [InlineData("foreach (var m in new List<string>()) { try { await sqs.SendMessageAsync(queue, m); } catch (AmazonSQSException e) { Console.WriteLine(e); } }")]
    [InlineData("foreach (var m in new List<Amazon.SQS.Model.Message>()) { Console.WriteLine(m.Body); await sqs.DeleteMessageAsync(queue, m.ReceiptHandle); }")]
    // Other work for each item, an answer that is used, a few items, no items at all.
    [InlineData("foreach (var m in new List<Amazon.SQS.Model.Message>()) { await Task.Delay(m.Body.Length); await sqs.DeleteMessageAsync(queue, m.ReceiptHandle); }")]
    [InlineData("foreach (var m in new List<string>()) { var r = await sqs.SendMessageAsync(queue, m); Console.WriteLine(r.MessageId); }")]
    [InlineData("foreach (var m in new[] { \"a\", \"b\" }) await sqs.SendMessageAsync(queue, m);")]
    [InlineData("foreach (var m in new List<string>()) await sqs.SendMessageAsync(queue, queue);")]
    [InlineData("foreach (var k in new List<string>()) await s3.PutObjectAsync(new PutObjectRequest { BucketName = queue, Key = k });")]
    [InlineData("await sqs.SendMessageAsync(queue, queue);")]
    public Task Is_silent_about_single_calls(string body) => Verify.Silent(Single, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("await sqs.ReceiveMessageAsync([|\"orders\"|]);")]
    [InlineData("const string Queue = \"orders.fifo\"; await sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = [|Queue|] });")]
    [InlineData("await sqs.ReceiveMessageAsync(\"https://sqs.eu-west-1.amazonaws.com/111122223333/orders\");")]
    [InlineData("await sqs.GetQueueUrlAsync(\"orders\");")]
    [InlineData("await sqs.ReceiveMessageAsync(queue);")]
    [InlineData("await sqs.ReceiveMessageAsync(\"QUEUE_URL\");")]
    [InlineData("await sqs.ReceiveMessageAsync(\"\");")]
    public Task Judges_addresses(string body) => Verify.Analyzer(Name, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("await sqs.[|SendMessageAsync|](\"https://sqs/1/orders.fifo\", queue);")]
    [InlineData("await sqs.SendMessageAsync([|new SendMessageRequest|] { QueueUrl = \"https://sqs/1/orders.fifo\", MessageBody = queue });")]
    [InlineData("await sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = \"https://sqs/1/orders.fifo\", MessageGroupId = queue, [|DelaySeconds = 5|] });")]
    [InlineData("await sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = \"https://sqs/1/orders.fifo\", MessageGroupId = queue });")]
    [InlineData("var r = new SendMessageRequest { QueueUrl = \"https://sqs/1/orders.fifo\" }; r.MessageGroupId = queue; await sqs.SendMessageAsync(r);")]
    [InlineData("var r = new SendMessageRequest { QueueUrl = \"https://sqs/1/orders.fifo\" }; Fill(r); await sqs.SendMessageAsync(r); void Fill(SendMessageRequest x) => x.MessageGroupId = queue;")]
    [InlineData("await sqs.SendMessageAsync(queue, queue);")]
    public Task Judges_fifo_messages(string body) => Verify.Analyzer(Fifo, SdkCode.Body(body), SdkRefs.V4);
}
