using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>The rules about the value of a single setting.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData("SKY2003", "var c = new AmazonS3Config { [|MaxErrorRetry = 11|] };")]
    [InlineData("SKY2003", "var c = new AmazonS3Config { MaxErrorRetry = 10 };")]
    [InlineData("SKY2003", "var c = new AmazonS3Config { MaxErrorRetry = queue.Length };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { [|UseHttp = true|] };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config(); [|c.ServiceURL = \"http://s3.eu-central-1.amazonaws.com\"|];")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { ServiceURL = \"http://localhost:4566\", UseHttp = true };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { ServiceURL = \"http://minio:9000\" };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { ServiceURL = \"http://host.docker.internal:4566\" };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { ServiceURL = \"http://10.1.2.3:9000\" };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { ServiceURL = \"http://127.0.0.1:8000\" };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { ServiceURL = \"http://[::1]:8000\" };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { ServiceURL = \"https://example.com\", UseHttp = false };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { ServiceURL = queue };")]
    [InlineData("SKY2004", "var c = new AmazonS3Config { ServiceURL = \"not an address\" };")]
    [InlineData("SKY2005", "var r = new PutBucketRequest { [|CannedACL = S3CannedACL.PublicReadWrite|] };")]
    // Declared on a base class in version 4.
    [InlineData("SKY2005", "var r = new TransferUtilityUploadRequest { [|CannedACL = S3CannedACL.PublicRead|] };")]
    [InlineData("SKY2005", "var r = new TransferUtilityUploadDirectoryRequest(); [|r.CannedACL = S3CannedACL.AuthenticatedRead|];")]
    [InlineData("SKY2005", "var g = new S3Grantee { [|URI = \"http://acs.amazonaws.com/groups/global/AllUsers\"|] };")]
    [InlineData("SKY2005", "var r = new PutObjectRequest { CannedACL = S3CannedACL.BucketOwnerFullControl };")]
    [InlineData("SKY2005", "var r = new PutObjectRequest { CannedACL = S3CannedACL.Private };")]
    [InlineData("SKY2005", "var g = new S3Grantee { URI = \"http://acs.amazonaws.com/groups/s3/LogDelivery\" };")]
    [InlineData("SKY2006", "var b = [|new PublicAccessBlockConfiguration|] { BlockPublicAcls = false, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true }; await s3.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest { PublicAccessBlockConfiguration = b });")]
    [InlineData("SKY2006", "var b = new PublicAccessBlockConfiguration(); b.BlockPublicAcls = true; b.IgnorePublicAcls = true; b.BlockPublicPolicy = true; b.RestrictPublicBuckets = true;")]
    [InlineData("SKY2006", "bool on = queue != null; var b = new PublicAccessBlockConfiguration { BlockPublicAcls = on, IgnorePublicAcls = on, BlockPublicPolicy = on, RestrictPublicBuckets = on };")]
    public Task Judges(string id, string body) => Verify.Analyzer(id, SdkCode.Body(body), SdkRefs.V4);

    /// <summary>Declared on the request itself in version 3.</summary>
    [Fact]
    public Task Public_acl_in_version_3() => Verify.Analyzer("SKY2005", SdkCode.V3("void M(TransferUtilityUploadRequest r) => [|r.CannedACL = S3CannedACL.PublicRead|];"), SdkRefs.V3);

    [Fact]
    public Task Limit_of_retries_is_an_option() => Verify.Silent("SKY2003", SdkCode.Body("var c = new AmazonS3Config { MaxErrorRetry = 20 };"),
        new Setup(SdkRefs.V4).WithConfig("skylint.SKY2003.max_retries", "20"));

    [Fact]
    public Task No_fix_for_an_endpoint_with_a_port() => Verify.NoFix("SKY2004", SdkCode.Body("var c = new AmazonS3Config { ServiceURL = \"http://storage.example.com:8080\" };"), SdkRefs.V4);

    [Fact]
    public async Task Fix_all_settings_of_a_file() => Assert.Equal(
        SdkCode.Body("var c = new AmazonS3Config(); var d = new AmazonSQSConfig { Timeout = default };"),
        await Verify.FixAll("SKY2003", SdkCode.Body("var c = new AmazonS3Config { MaxErrorRetry = 99 }; var d = new AmazonSQSConfig { Timeout = default, MaxErrorRetry = 99 };"), SdkRefs.V4));

    [Fact]
    public async Task Code_that_does_not_compile_is_no_trouble() =>
        await Verify.Diagnostics(SdkCode.Body("var c = new AmazonS3Config { MaxErrorRetry = , ServiceURL = nothing }; foreach (var x in (await sqs.ReceiveMessageAsync(.Messages) {"), new Setup(SdkRefs.V4) { AllowCompileErrors = true }, null);
}
