using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>The rules about more retries than are good, and about fewer than are needed.</summary>
public sealed class RetryTests
{
    private const string Stacking = "SKY2031";
    private const string Http = "SKY2032";
    private const string NoPause = "SKY2033";
    private const string HandRolled = "SKY2018";
    private const string Disabled = "SKY2001";

    [Theory]
    [InlineData("Task Save(string q) => Polly.Policy.Handle<AmazonSQSException>().WaitAndRetryAsync(3, n => TimeSpan.Zero).ExecuteAsync(() => sqs.[|SendMessageAsync|](q, q));")]
    [InlineData("async Task Save(string q) { var retry = Polly.Policy.Handle<Exception>().RetryAsync(3); await retry.ExecuteAsync(async () => await sqs.[|SendMessageAsync|](q, q)); }")]
    [InlineData("Polly.AsyncPolicy Retry { get; } = Polly.Policy.Handle<ThrottlingException>().RetryAsync(3); Task Save(string q) => Retry.ExecuteAsync(() => sqs.[|SendMessageAsync|](q, q)); class ThrottlingException : Exception { }")]
    [InlineData("async Task Save(string q) { var pipeline = new Polly.ResiliencePipelineBuilder().AddRetry(new Polly.RetryStrategyOptions { MaxRetryAttempts = 4 }).Build(); await pipeline.ExecuteAsync(async t => await sqs.[|SendMessageAsync|](q, q, t)); }")]
    public Task Reports_a_policy_around_a_call(string members) => Verify.Analyzer(Stacking, WithPolly(members), SdkRefs.V4);

    [Theory]
    // Other exceptions than the SDK's, conditions of its own, no retry at all.
    [InlineData("Task Save(string q) => Polly.Policy.Handle<TimeoutException>().RetryAsync(3).ExecuteAsync(() => sqs.SendMessageAsync(q, q));")]
    [InlineData("Task Save(string q) => Polly.Policy.Handle<ConditionalCheckFailedException>().RetryAsync(3).ExecuteAsync(() => ddb.PutItemAsync(new PutItemRequest()));")]
    [InlineData("Task Save(string q) => Polly.Policy.Handle<AmazonSQSException>(e => e.ErrorCode == \"x\").RetryAsync(3).ExecuteAsync(() => sqs.SendMessageAsync(q, q));")]
    [InlineData("Task Save(string q) => Polly.Policy.Handle<AmazonSQSException>().CircuitBreakerAsync(3, TimeSpan.Zero).ExecuteAsync(() => sqs.SendMessageAsync(q, q));")]
    [InlineData("async Task Save(string q) { var pipeline = new Polly.ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build(); await pipeline.ExecuteAsync(async t => await sqs.SendMessageAsync(q, q, t)); }")]
    // The client has given its own retries up.
    [InlineData("AmazonSQSClient Client { get; } = new(new AmazonSQSConfig { MaxErrorRetry = 0 }); Task Save(string q) => Polly.Policy.Handle<AmazonSQSException>().RetryAsync(3).ExecuteAsync(() => Client.SendMessageAsync(q, q));")]
    // A policy that comes from elsewhere, and one around something else.
    [InlineData("Task Save(Polly.AsyncPolicy retry, string q) => retry.ExecuteAsync(() => sqs.SendMessageAsync(q, q));")]
    [InlineData("Task Save(string q) => Polly.Policy.Handle<Exception>().RetryAsync(3).ExecuteAsync(() => Task.Delay(1));")]
    public Task Is_silent_about_policies(string members) => Verify.Silent(Stacking, WithPolly(members), SdkRefs.V4);

    [Theory]
    [InlineData("services.[|AddHttpClient|](\"a\");")]
    [InlineData("services.[|AddHttpClient|](\"a\").ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(9));")]
    [InlineData("var client = services.[|AddHttpClient|](\"a\"); client.ConfigureHttpClient(c => { });")]
    [InlineData("services.[|AddHttpClient<C>|]().Services.AddHttpClient();")]
    public Task Reports_an_http_client(string body) => Verify.Analyzer(Http, Registration(body), SdkRefs.V4);

    [Theory]
    // Meant to wait longer than the handler does.
    [InlineData("services.AddHttpClient(\"a\", c => c.Timeout = TimeSpan.FromHours(1));")]
    [InlineData("services.AddHttpClient(\"a\").ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(300));")]
    [InlineData("services.AddHttpClient(\"a\").AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient(\"a\").ConfigureHttpClient(c => { }).AddPolicyHandler(new Polly.AsyncPolicy());")]
    [InlineData("services.AddHttpClient(\"a\").AddHttpMessageHandler<Retrying>();")]
    [InlineData("var client = services.AddHttpClient(\"a\"); client.AddStandardResilienceHandler();")]
    [InlineData("Tune(services.AddHttpClient(\"a\")); void Tune(IHttpClientBuilder builder) => builder.AddStandardResilienceHandler();")]
    [InlineData("services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler()); services.AddHttpClient(\"a\");")]
    [InlineData("services.AddHttpClient(\"a\", c => c.BaseAddress = new Uri(\"http://localhost:4566\"));")]
    // Registers the factory and no client.
    [InlineData("services.AddHttpClient();")]
    public Task Is_silent_about_http_clients(string body) => Verify.Silent(Http, Registration(body), SdkRefs.V4);

    [Fact]
    public Task Http_fix_keeps_what_follows() => Verify.Fix(Http,
        Registration("services.[|AddHttpClient|](\"a\"); // prices"),
        Registration("services.AddHttpClient(\"a\").AddStandardResilienceHandler(); // prices"), SdkRefs.V4);

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) { try { await sqs.[|SendMessageAsync|](queue, queue); return; } catch (AmazonSQSException) { } }")]
    [InlineData("while (true) { try { await sqs.[|SendMessageAsync|](queue, queue); break; } catch (Exception e) { Console.WriteLine(e); } }")]
    [InlineData("var tries = 0; do { try { await ddb.[|PutItemAsync|](new PutItemRequest()); break; } catch (ProvisionedThroughputExceededException) { tries++; } } while (tries < 5);")]
    public Task Reports_a_loop_without_a_pause(string body) => Verify.Analyzer(NoPause, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) { try { await sqs.SendMessageAsync(queue, queue); return; } catch (AmazonSQSException) { await Task.Delay(100 << i); } }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await sqs.SendMessageAsync(queue, queue); return; } catch (AmazonSQSException) { await Backoff(i); } } Task Backoff(int i) => Task.Delay(i);")]
    // Items, not attempts.
    [InlineData("for (var i = 0; i < 3; i++) { try { await sqs.SendMessageAsync(queue, $\"{i}\"); } catch (AmazonSQSException) { } }")]
    [InlineData("foreach (var q in new[] { queue }) { try { await sqs.SendMessageAsync(q, q); break; } catch (AmazonSQSException) { } }")]
    // Optimistic concurrency, and a resource that is not there yet.
    [InlineData("while (true) { try { await ddb.PutItemAsync(new PutItemRequest()); return; } catch (ConditionalCheckFailedException) { } }")]
    [InlineData("while (true) { try { await ddb.UpdateItemAsync(new UpdateItemRequest()); return; } catch (TransactionCanceledException) { } }")]
    // A pump.
    [InlineData("while (!stop.IsCancellationRequested) { try { var r = await sqs.ReceiveMessageAsync(queue); if (r.Messages is null) return; } catch (AmazonSQSException) { } }")]
    // What the service left over.
    [InlineData("var q = new BatchWriteItemRequest(); while (true) { try { var r = await ddb.BatchWriteItemAsync(q); if (r.UnprocessedItems is null) return; } catch (AmazonDynamoDBException) { } }")]
    // More than the call may be what failed.
    [InlineData("while (true) { try { await Task.Delay(1); await sqs.SendMessageAsync(queue, queue); return; } catch (Exception) { } }")]
    public Task Is_silent_about_loops(string body) => Verify.Silent(NoPause, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Pause_fix_opens_an_empty_block() => Verify.Fix(NoPause,
        SdkCode.Body("for (var i = 0; i < 3; i++)\n        {\n            try\n            {\n                await sqs.[|SendMessageAsync|](queue, queue);\n                return;\n            }\n            catch (AmazonSQSException)\n            {\n            }\n        }"),
        SdkCode.Body("for (var i = 0; i < 3; i++)\n        {\n            try\n            {\n                await sqs.SendMessageAsync(queue, queue);\n                return;\n            }\n            catch (AmazonSQSException)\n            {\n                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(100 << Math.Min(i, 7))));\n            }\n        }"), SdkRefs.V4);

    [Fact]
    public Task No_pause_fix_without_a_counter() => Verify.NoFix(NoPause,
        SdkCode.Body("while (true) { try { await sqs.[|SendMessageAsync|](queue, queue); break; } catch (AmazonSQSException) { } }"), SdkRefs.V4);

    [Fact]
    public async Task Message_says_when_the_pause_never_grows()
    {
        var same = await Verify.Diagnostics(SdkCode.Body("while (true) { try { await sqs.SendMessageAsync(queue, queue); break; } catch (AmazonSQSException) { await Task.Delay(TimeSpan.FromSeconds(1)); } }"), SdkRefs.V4, [HandRolled]);
        Assert.Contains("after the same pause", Assert.Single(same).GetMessage(), StringComparison.Ordinal);
        var growing = await Verify.Diagnostics(SdkCode.Body("for (var i = 0; ; i++) { try { await sqs.SendMessageAsync(queue, queue); break; } catch (AmazonSQSException) { await Task.Delay(100 << i); } }"), SdkRefs.V4, [HandRolled]);
        Assert.DoesNotContain("after the same pause", Assert.Single(growing).GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>A pause before the answer is looked at waits for a state.</summary>
    [Fact]
    public Task Waiting_for_a_state_is_no_retry() => Verify.Silent(HandRolled,
        SdkCode.Body("while (true) { try { var r = await ddb.DescribeTableAsync(queue); if (r.Table.TableStatus == TableStatus.CREATING) await Task.Delay(1000); else break; } catch (Amazon.DynamoDBv2.Model.LimitExceededException) { await Task.Delay(1000); } }"), SdkRefs.V4);

    [Fact]
    public Task A_comment_explains_why_there_are_no_retries() => Verify.Silent(Disabled,
        SdkCode.Body("var c = new AmazonS3Config\n{\n    // The caller has retries of its own.\n    MaxErrorRetry = 0,\n};"), SdkRefs.V4);

    private static string WithPolly(string members) => "using Polly;\n" + SdkCode.Members(members).Replace("Polly.Policy.", "Policy.");

    private static string Registration(string body) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        public class C
        {
            public void Register(IServiceCollection services)
            {
                {{body}}
            }
        }

        public class Retrying : DelegatingHandler;
        """;
}
