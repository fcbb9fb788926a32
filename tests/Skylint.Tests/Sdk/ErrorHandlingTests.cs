using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>The rules about errors: retry loops, swallowed and misread exceptions, calls that nobody waits for.</summary>
public sealed class ErrorHandlingTests
{
    private const string Retry = "SKY2018";
    private const string Poll = "SKY2019";
    private const string Message = "SKY2020";
    private const string Swallowed = "SKY2021";
    private const string Dropped = "SKY2022";

    [Theory]
    [InlineData("while (true) { try { await sqs.[|SendMessageAsync|](queue, queue); break; } catch (AmazonSQSException) { await Task.Delay(100); } }")]
    [InlineData("var n = 0; do { try { await sqs.[|SendMessageAsync|](queue, queue); return; } catch (AmazonServiceException e) { Console.WriteLine(e); Thread.Sleep(100); } } while (n++ < 3);")]
    public Task Reports_a_retry_loop(string body) => Verify.Analyzer(Retry, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    // A queue pump, with a pause after an error.
    [InlineData("while (!stop.IsCancellationRequested) { try { var r = await sqs.ReceiveMessageAsync(queue); if (r.Messages is null) return; } catch (AmazonSQSException) { await Task.Delay(100); } }")]
    // Optimistic concurrency.
    [InlineData("while (true) { try { await ddb.PutItemAsync(new PutItemRequest()); return; } catch (ConditionalCheckFailedException) { await Task.Delay(100); } }")]
    // A resource that is not there yet.
    [InlineData("while (true) { try { await ddb.DescribeTableAsync(queue); return; } catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException) { await Task.Delay(100); } }")]
    // What the service left over has to be sent again.
    [InlineData("var q = new BatchWriteItemRequest(); while (true) { try { var r = await ddb.BatchWriteItemAsync(q); if (r.UnprocessedItems is null) return; } catch (AmazonDynamoDBException) { await Task.Delay(100); } }")]
    [InlineData("foreach (var q in new[] { queue }) { try { await sqs.SendMessageAsync(q, q); break; } catch (AmazonSQSException) { await Task.Delay(100); } }")]
    [InlineData("while (true) { try { await sqs.SendMessageAsync(queue, queue); break; } catch (AmazonSQSException) { throw; } }")]
    [InlineData("while (true) { try { await sqs.SendMessageAsync(queue, queue); } catch (AmazonSQSException) { Console.WriteLine(); } await Task.Delay(60000); }")]
    public Task Is_silent_about_loops(string body) => Verify.Silent(Retry, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("while ((await ddb.[|DescribeTableAsync|](queue)).Table.TableStatus != TableStatus.ACTIVE) await Task.Delay(100);")]
    [InlineData("while (true) { var r = await ddb.[|DescribeTableAsync|](queue); if (r.Table.TableStatus == TableStatus.ACTIVE) break; Thread.Sleep(1000); }")]
    public Task Reports_an_endless_wait(string body) => Verify.Analyzer(Poll, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("while ((await ddb.DescribeTableAsync(queue)).Table.TableStatus != TableStatus.ACTIVE) await Task.Delay(100, stop);")]
    [InlineData("var n = 0; while (true) { var r = await ddb.DescribeTableAsync(queue); if (r.Table.TableStatus == TableStatus.ACTIVE || n++ > 5) break; await Task.Delay(100); }")]
    [InlineData("var end = DateTime.UtcNow.AddMinutes(1); while (DateTime.UtcNow < end) { var r = await ddb.DescribeTableAsync(queue); if (r.Table.TableStatus == TableStatus.ACTIVE) break; await Task.Delay(100); }")]
    [InlineData("while (true) { var r = await ddb.DescribeTableAsync(queue); Console.WriteLine(r.Table.ItemCount); await Task.Delay(60000); }")]
    [InlineData("while (true) { var r = await sqs.ReceiveMessageAsync(queue); if (r.Messages is null) break; await Task.Delay(100); }")]
    [InlineData("for (var i = 0; i < 9; i++) { var r = await ddb.DescribeTableAsync(queue); if (r.Table.TableStatus == TableStatus.ACTIVE) break; await Task.Delay(100); }")]
    public Task Is_silent_about_waits(string body) => Verify.Silent(Poll, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("try { await s3.GetObjectMetadataAsync(queue, queue); } catch (AmazonS3Exception e) { if ([|e.Message|].Contains(\"not found\")) return; throw; }")]
    [InlineData("try { await s3.GetObjectAsync(queue, queue); } catch (AmazonS3Exception e) { if ([|e.ErrorCode == \"NoSuchKey\"|]) return; throw; }")]
    [InlineData("try { await sqs.GetQueueUrlAsync(queue); } catch (AmazonServiceException e) when ([|e.Message|].StartsWith(\"No\")) { }")]
    [InlineData("try { await ddb.PutItemAsync(new PutItemRequest()); } catch (AmazonDynamoDBException e) { if ([|e.ErrorCode == \"ConditionalCheckFailedException\"|]) return; throw; }")]
    public Task Reports_reading_of_messages(string body) => Verify.Analyzer(Message, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("try { await s3.GetObjectMetadataAsync(queue, queue); } catch (AmazonS3Exception e) { Console.WriteLine(e.Message); throw; }")]
    // There is nothing more exact than the type that is caught.
    [InlineData("try { await s3.GetObjectAsync(queue, queue); } catch (NoSuchKeyException e) when (e.Message.Contains(\"x\")) { }")]
    [InlineData("try { await s3.GetObjectAsync(queue, queue); } catch (AmazonS3Exception e) when (e.ErrorCode == \"AccessDenied\") { }")]
    // S3 throws the base exception in operations that do not declare the error.
    [InlineData("try { await s3.PutObjectAsync(new PutObjectRequest()); } catch (AmazonS3Exception e) when (e.ErrorCode == \"NoSuchBucket\") { }")]
    [InlineData("try { await s3.ListObjectsV2Async(new ListObjectsV2Request()); await s3.DeleteBucketAsync(queue); } catch (AmazonS3Exception e) when (e.ErrorCode == \"NoSuchBucket\") { }")]
    // The SDK's own complaint has neither a code nor a type.
    [InlineData("try { await s3.ListBucketsAsync(); } catch (AmazonServiceException e) { if (e.Message.Contains(\"Unable to get IAM security credentials\")) return; throw; }")]
    // No exception of that name is declared.
    [InlineData("try { await s3.GetObjectMetadataAsync(queue, queue); } catch (AmazonS3Exception e) when (e.ErrorCode == \"SlowDown\") { }")]
    [InlineData("try { await s3.GetObjectMetadataAsync(queue, queue); } catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { }")]
    [InlineData("try { await s3.GetObjectMetadataAsync(queue, queue); } catch (InvalidOperationException e) when (e.Message.Contains(\"x\")) { }")]
    public Task Is_silent_about_messages(string body) => Verify.Silent(Message, SdkCode.Body(body), SdkRefs.V4);

    /// <summary>Version 3 throws the base exception in nearly all operations of S3.</summary>
    [Theory]
    [InlineData("async Task M(string k) { try { await s3.GetObjectAsync(k, k); } catch (AmazonS3Exception e) when (e.ErrorCode == \"NoSuchKey\") { } }")]
    [InlineData("async Task M(string k) { try { await s3.ListObjectsV2Async(new ListObjectsV2Request()); } catch (AmazonS3Exception e) when (e.ErrorCode == \"NoSuchBucket\") { } }")]
    [InlineData("async Task M(string k) { try { await s3.PutBucketAsync(k); } catch (AmazonS3Exception e) when ([|e.ErrorCode == \"BucketAlreadyOwnedByYou\"|]) { } }")]
    public Task Judges_codes_of_version_3(string members) => Verify.Analyzer(Message, SdkCode.V3(members), SdkRefs.V3);

    [Theory]
    [InlineData("try { await ddb.PutItemAsync(new PutItemRequest()); } catch ([|AmazonDynamoDBException|]) { }")]
    [InlineData("try { await ddb.PutItemAsync(new PutItemRequest()); } catch ([|ProvisionedThroughputExceededException|]) { }")]
    [InlineData("try { await s3.PutObjectAsync(new PutObjectRequest()); } catch ([|AmazonServiceException|] e) { }")]
    public Task Reports_swallowing(string body) => Verify.Analyzer(Swallowed, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("try { await s3.GetObjectMetadataAsync(queue, queue); } catch (NoSuchKeyException) { }")]
    [InlineData("try { await s3.GetObjectMetadataAsync(queue, queue); } catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { }")]
    [InlineData("try { await s3.PutObjectAsync(new PutObjectRequest()); } catch (AmazonS3Exception) { /* best effort */ }")]
    [InlineData("try { await s3.PutObjectAsync(new PutObjectRequest()); } catch (AmazonS3Exception e) { Console.WriteLine(e); }")]
    [InlineData("try { await s3.DeleteObjectAsync(queue, queue); } catch (AmazonS3Exception) { }")]
    [InlineData("try { Console.WriteLine(); } finally { try { await sqs.PurgeQueueAsync(queue); } catch (AmazonSQSException) { } }")]
    [InlineData("try { await s3.GetObjectMetadataAsync(queue, queue); } catch (AmazonS3Exception e) { Console.WriteLine(e); return; }")]
    public Task Is_silent_about_catches(string body) => Verify.Silent(Swallowed, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("async Task<string?> M(string k) { try { return (await s3.GetObjectMetadataAsync(k, k)).ETag; } catch ([|AmazonS3Exception|]) { return null; } }")]
    [InlineData("async Task<bool> M(string k) { try { await s3.GetObjectMetadataAsync(k, k); return true; } catch ([|AmazonS3Exception|]) { return false; } }")]
    [InlineData("async Task<List<string>> M(string k) { try { return (await sqs.ListQueuesAsync(k)).QueueUrls; } catch ([|AmazonServiceException|]) { return []; } }")]
    // Not there, and nothing else: the filter or the type says so.
    [InlineData("async Task<bool> M(string k) { try { await s3.GetObjectMetadataAsync(k, k); return true; } catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { return false; } }")]
    [InlineData("async Task<bool> M(string k) { try { await s3.GetObjectMetadataAsync(k, k); return true; } catch (NoSuchKeyException) { return false; } }")]
    [InlineData("async Task<bool> M(string k) { try { await s3.GetObjectMetadataAsync(k, k); return true; } catch (AmazonS3Exception) { return true; } }")]
    [InlineData("async Task<string> M(string k) { try { return (await s3.GetObjectMetadataAsync(k, k)).ETag; } catch (AmazonS3Exception e) { return e.Message; } }")]
    public Task Judges_errors_that_are_taken_for_nothing(string members) => Verify.Analyzer(Swallowed, SdkCode.Members(members), SdkRefs.V4);

    [Fact]
    public Task Rethrow_fix_replaces_the_answer() => Verify.Fix(Swallowed,
        SdkCode.Members("async Task<bool> M(string k) { try { await s3.GetObjectMetadataAsync(k, k); return true; } catch ([|AmazonS3Exception|]) { return false; } }"),
        SdkCode.Members("async Task<bool> M(string k) { try { await s3.GetObjectMetadataAsync(k, k); return true; } catch (AmazonS3Exception) { throw; } }"), SdkRefs.V4);

    [Theory]
    [InlineData("sqs.[|SendMessageAsync|](queue, queue);")]
    [InlineData("sqs.[|SendMessageAsync|](queue, queue).ConfigureAwait(false);")]
    public Task Reports_a_dropped_call(string body) => Verify.Analyzer(Dropped, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("await sqs.SendMessageAsync(queue, queue);")]
    [InlineData("_ = sqs.SendMessageAsync(queue, queue);")]
    [InlineData("var sending = sqs.SendMessageAsync(queue, queue); await sending;")]
    [InlineData("await Task.WhenAll(sqs.SendMessageAsync(queue, queue));")]
    public Task Is_silent_about_calls(string body) => Verify.Silent(Dropped, SdkCode.Body(body), SdkRefs.V4);
}
