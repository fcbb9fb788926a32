using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

public sealed class LegacyRetryModeTests
{
    private const string Id = "SKY2002";

    [Theory]
    [InlineData("void M(AmazonS3Config c) => [|c.RetryMode = RequestRetryMode.Legacy|];")]
    [InlineData("AmazonS3Config c = new() { [|RetryMode = RequestRetryMode.Legacy|] };")]
    [InlineData("AmazonS3Config c = new() { [|DefaultConfigurationMode = DefaultConfigurationMode.Legacy|] };")]
    [InlineData("void M() => Environment.SetEnvironmentVariable(\"AWS_RETRY_MODE\", [|\"legacy\"|]);")]
    public Task Reports(string member) => Verify.Analyzer(Id, SdkCode.V3(member), SdkRefs.V3);

    [Theory]
    [InlineData("AmazonS3Config c = new() { RetryMode = RequestRetryMode.Standard };")]
    [InlineData("AmazonS3Config c = new() { RetryMode = RequestRetryMode.Adaptive };")]
    [InlineData("AmazonS3Config c = new();")]
    [InlineData("void M(RequestRetryMode mode) { var c = new AmazonS3Config { RetryMode = mode }; }")]
    public Task Is_silent(string member) => Verify.Silent(Id, SdkCode.V3(member), SdkRefs.V3);

    /// <summary>The number of Legacy in version 3 is that of Standard in version 4.</summary>
    [Fact]
    public Task Is_silent_in_version_4() => Verify.Silent(Id, SdkCode.Body("var c = new AmazonS3Config { RetryMode = RequestRetryMode.Standard }; var d = new AmazonS3Config { RetryMode = (RequestRetryMode)0 };"), SdkRefs.V4);

    [Fact]
    public Task Fix_of_the_environment() => Verify.Fix(Id,
        SdkCode.V3("void M() => Environment.SetEnvironmentVariable(\"AWS_RETRY_MODE\", [|\"legacy\"|]);"),
        SdkCode.V3("void M() => Environment.SetEnvironmentVariable(\"AWS_RETRY_MODE\", \"standard\");"), SdkRefs.V3);
}
