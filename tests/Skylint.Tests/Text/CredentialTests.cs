using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

public sealed class CredentialTests
{
    private const string Hardcoded = "SKY3005";
    private const string LongLived = "SKY3007";

    private static string Key => "AKI" + "AQ7ZT4MX2WLB6PNVC";

    private static string Secret => "pR8vK2xW9mQ4nT7yB3cF" + "6hJ1sD5gL0zA+eU/iOwX";

    [Fact]
    public Task Key_and_secret_as_literals() => Verify.Analyzer(Hardcoded, Wrap($"_ = [|new BasicAWSCredentials(\"{Key}\", \"{Secret}\")|];"), Refs.Sdk4);

    [Fact]
    public Task Version_3_as_well() => Verify.Analyzer(Hardcoded, Wrap($"_ = [|new BasicAWSCredentials(\"{Key}\", \"{Secret}\")|];"), Refs.Sdk3);

    [Fact]
    public Task Temporary_keys_too() => Verify.Analyzer(Hardcoded, Wrap($"_ = [|new SessionAWSCredentials(\"{Key}\", \"{Secret}\", \"token\")|];"), Refs.Sdk4);

    [Fact]
    public Task Client_constructor_with_locals() => Verify.Analyzer(Hardcoded, Wrap($"var key = \"{Key}\"; var secret = \"{Secret}\"; _ = [|new AmazonS3Client(key, secret)|];"), Refs.Sdk4);

    [Fact]
    public Task Any_fixed_text_that_is_no_placeholder() => Verify.Analyzer(Hardcoded, Wrap("_ = [|new AmazonS3Client(\"orders-service\", \"Tr0ub4dor-and-3\")|];"), Refs.Sdk4);

    [Theory]
    [InlineData("\"test\", \"test\"")]
    [InlineData("\"dummy\", \"dummy\"")]
    [InlineData("\"local\", \"ignore\"")]
    [InlineData("\"fakeAccessKey\", \"fakeSecretKey\"")]
    [InlineData("\"foo\", \"bar\"")]
    [InlineData("\"x\", \"x\"")]
    [InlineData("\"minioadmin\", \"minioadmin\"")]
    [InlineData("\"your-access-key\", \"your-secret-key\"")]
    [InlineData("\"<ACCESS_KEY>\", \"<SECRET_KEY>\"")]
    [InlineData("\"AKIA" + "IOSFODNN7EXAMPLE\", \"wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY\"")]
    [InlineData("\"AKIA" + "XXXXXXXXXXXXXXXX\", \"XXXXXXXX\"")]
    [InlineData("\"000000000000\", \"123456\"")]
    public Task Placeholders_are_silent(string arguments) => Verify.Silent(Hardcoded, Wrap($"_ = new BasicAWSCredentials({arguments});"), Refs.Sdk4);

    [Fact]
    public Task Own_endpoint_has_its_own_keys() => Verify.Silent(Hardcoded, Wrap("var config = new AmazonS3Config { ServiceURL = \"http://localhost:9000\" }; _ = new AmazonS3Client(\"orders\", \"Tr0ub4dor-and-3\", config);"), Refs.Sdk4);

    [Fact]
    public Task Configured_keys_are_a_suggestion() =>
        Verify.Analyzer(LongLived, Wrap("_ = [|new BasicAWSCredentials(Environment.GetEnvironmentVariable(\"KEY\"), Environment.GetEnvironmentVariable(\"SECRET\"))|];"), Refs.Sdk4);

    [Fact]
    public Task Issued_keys_are_silent() => Verify.Silent(LongLived, Wrap("""
        var response = await new Amazon.SecurityToken.AmazonSecurityTokenServiceClient().AssumeRoleAsync(new Amazon.SecurityToken.Model.AssumeRoleRequest());
        _ = new BasicAWSCredentials(response.Credentials.AccessKeyId, response.Credentials.SecretAccessKey);
        """), Refs.Sdk4);

    [Fact]
    public Task Session_token_makes_them_temporary() => Verify.Silent(LongLived, Wrap("_ = new SessionAWSCredentials(a, a, a);"), Refs.Sdk4);

    [Fact]
    public Task Credentials_argument_is_dropped() => Verify.Fix(
        LongLived,
        Wrap("_ = new AmazonS3Client([|new BasicAWSCredentials(a, a)|], Amazon.RegionEndpoint.EUWest1);"),
        Wrap("_ = new AmazonS3Client(Amazon.RegionEndpoint.EUWest1);"),
        Refs.Sdk4);

    [Fact]
    public async Task No_part_of_a_value_is_in_the_message()
    {
        var found = await Verify.Diagnostics(Wrap($"_ = new BasicAWSCredentials(\"{Key}\", \"{Secret}\"); const string other = \"{Key}\"; Console.WriteLine(other);"), Refs.Sdk4, [Hardcoded, "SKY3006"]);
        Assert.Equal(2, found.Length);
        foreach (var diagnostic in found)
        {
            var said = diagnostic + string.Concat(diagnostic.Properties.Select(p => p.Key + p.Value));
            Assert.DoesNotContain(Key[..8], said);
            Assert.DoesNotContain(Secret[..8], said);
        }
    }

    [Fact]
    public Task Concatenated_key_is_seen() => Verify.Analyzer("SKY3006", Wrap($"var key = [|\"{Key[..4]}\" + \"{Key[4..]}\"|]; Console.WriteLine(key);"), Refs.Sdk4);

    [Theory]
    [InlineData("AIDA")]
    [InlineData("AROA")]
    public Task Unique_ids_are_no_secrets(string prefix) => Verify.Silent("SKY3006", Wrap($"Console.WriteLine(\"{prefix}{Key[4..]}\");"), Refs.Sdk4);

    [Fact]
    public async Task Configuration_files_are_read()
    {
        var setup = new Setup(Refs.Sdk4).WithFile("/app/appsettings.json", $"{{\n  \"AWS\": {{ \"AccessKey\": \"{Key}\" }}\n}}");
        var diagnostic = Assert.Single(await Verify.Diagnostics(Wrap(""), setup, ["SKY3006"]));
        Assert.Equal(1, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    private static string Wrap(string statements) => $$"""
        using Amazon.Runtime; using Amazon.S3;
        public static class Program
        {
            public static async Task Run(string a)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;
}
