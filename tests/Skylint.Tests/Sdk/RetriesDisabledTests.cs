using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

public sealed class RetriesDisabledTests
{
    private const string Id = "SKY2001";

    [Theory]
    [InlineData("var c = new AmazonS3Config { [|MaxErrorRetry = 0|] };")]
    [InlineData("AmazonS3Config c = new() { [|MaxErrorRetry = -1|] };")]
    [InlineData("var c = new AmazonSQSConfig(); [|c.MaxErrorRetry = 0|];")]
    [InlineData("const int None = 0; ClientConfig c = new AmazonDynamoDBConfig { [|MaxErrorRetry = None|] };")]
    [InlineData("[|System.Environment.SetEnvironmentVariable(\"AWS_MAX_ATTEMPTS\", \"1\")|];")]
    public Task Reports(string body) => Verify.Analyzer(Id, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Reports_in_version_3() => Verify.Analyzer(Id, SdkCode.V3("AmazonS3Config Make() => new() { [|MaxErrorRetry = 0|] };"), SdkRefs.V3);

    [Fact]
    public Task Reports_a_configuration_of_ones_own() => Verify.Analyzer(Id, SdkCode.Members("""
        class Mine : AmazonS3Config
        {
            public Mine() => [|MaxErrorRetry = 0|];
        }
        """), SdkRefs.V4);

    [Theory]
    [InlineData("var c = new AmazonS3Config { MaxErrorRetry = 3 };")]
    [InlineData("var c = new AmazonS3Config { MaxErrorRetry = queue.Length };")]
    [InlineData("var mine = new { MaxErrorRetry = 0 };")]
    [InlineData("System.Environment.SetEnvironmentVariable(\"AWS_MAX_ATTEMPTS\", \"5\");")]
    public Task Is_silent(string body) => Verify.Silent(Id, SdkCode.Body(body), SdkRefs.V4);

    /// <summary>Zero does not mean one attempt: dropped connections are sent again. The text must not promise otherwise.</summary>
    [Fact]
    public void Text_does_not_promise_one_attempt() =>
        Assert.Contains("does not even mean one attempt", AllRules.Rules.Single(r => r.Id == Id).Why, StringComparison.Ordinal);

    [Fact]
    public Task Is_silent_where_another_layer_retries() => Verify.Silent(Id, """
        using Amazon.S3;
        using Polly;

        namespace Polly
        {
            public class ResiliencePipeline;
        }

        public class C
        {
            AmazonS3Config Make(ResiliencePipeline retries) => new() { MaxErrorRetry = 0 };
        }
        """, SdkRefs.V4);

    [Fact]
    public Task Is_silent_for_a_pump_that_asks_again() => Verify.Silent(Id, SdkCode.Members("""
        readonly AmazonSQSClient _sqs = new(new AmazonSQSConfig { MaxErrorRetry = 0 });
        async Task Pump() { while (true) await _sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = "q", WaitTimeSeconds = 20 }); }
        """), SdkRefs.V4);

    [Fact]
    public Task Fix_removes_a_statement() => Verify.Fix(Id,
        SdkCode.Body("var c = new AmazonS3Config();\n        [|c.MaxErrorRetry = 0|];\n        Console.WriteLine(c);"),
        SdkCode.Body("var c = new AmazonS3Config();\n        Console.WriteLine(c);"), SdkRefs.V4);

    [Fact]
    public Task Fix_of_the_only_setting_leaves_no_empty_braces() => Verify.Fix(Id,
        SdkCode.Body("var c = new AmazonS3Config { [|MaxErrorRetry = 0|] };"),
        SdkCode.Body("var c = new AmazonS3Config();"), SdkRefs.V4);
}
