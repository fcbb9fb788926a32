using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>What has the shape of a key, in all kinds of literals and in files beside the code. The keys are put together at run time.</summary>
public sealed class KeyShapedTextTests
{
    private const string AccessKey = "SKY3006";
    private const string PrivateKey = "SKY3016";

    private static string Id => "AKI" + "AQ7ZT4MX2WLB6PNVC";

    private static string Secret => "pR8vK2xW9mQ4nT7yB3cF" + "6hJ1sD5gL0zA+eU/iOwX";

    private static string Session => "IQoJb3Jp" + "Z2luX2Vj" + string.Concat(Enumerable.Repeat("Qx8Lm2Vt5Zk1pR8vK2xW9mQ4nT7yB3cF6hJ1sD5g", 4));

    private static string Header(string kind) => "-----BEGIN " + kind + "PRIVATE " + "KEY-----";

    private static string[] Body => ["MIGHAgEAMBMGByqGSM49Qx8Lm2Vt5Zk1pR8vK2xW9mQ4nT7yB3cF6hJ1sD5gL0zA", "eUiOwXpR8vK2xW9mQ4nT7yB3cF6hJ1sD5gL0zAQx8Lm2Vt5Zk1jYhNbGfDcSeWaZ"];

    [Theory]
    [InlineData("var a = [|\"{0}\"|];")]
    [InlineData("var a = [|@\"{0}\"|];")]
    [InlineData("var a = [|\"\"\"{0}\"\"\"|];")]
    [InlineData("var a = [|\"{0}\"u8|];")]
    [InlineData("var a = $\"{text}:[|{0}|]\";")]
    [InlineData("const string a = [|\"aws_access_key_id={0}\"|];")]
    [InlineData("// key: [|{0}|]")]
    public Task Identifiers(string statement) => Verify.Analyzer(AccessKey, Wrap(statement.Replace("{0}", Id)), TextRefs.Setup);

    [Fact]
    public Task Pieces_of_a_constant() =>
        Verify.Analyzer(AccessKey, Wrap($"const string a = \"{Id[..2]}\"; var b = [|a + \"{Id[2..9]}\" + \"{Id[9..]}\"|]; var c = [|$\"{{a}}{Id[2..]}\"|];"), TextRefs.Setup);

    [Fact]
    public Task Without_the_sdk_as_well() => Verify.Analyzer(AccessKey, Wrap($"var a = [|\"{Id}\"|];"), Refs.Net);

    [Theory]
    [InlineData("var aws_secret = [|\"{0}\"|];")]
    [InlineData("Environment.SetEnvironmentVariable(\"AWS_SECRET_ACCESS_KEY\", [|\"{0}\"|]);")]
    [InlineData("var settings = [|\"aws_secret_access_key={0}\"|];")]
    public Task Secret_keys_by_their_names(string statement) => Verify.Analyzer(AccessKey, Wrap(statement.Replace("{0}", Secret)), TextRefs.Setup);

    [Fact]
    public Task Secret_keys_beside_an_identifier() =>
        Verify.Analyzer(AccessKey, Wrap($"var first = [|\"{Id}\"|];\n        var second = [|\"{Secret}\"|];"), TextRefs.Setup);

    [Fact]
    public Task Session_tokens() => Verify.Analyzer(AccessKey, Wrap($"var token = [|\"{Session}\"|];"), TextRefs.Setup);

    [Theory]
    [InlineData("3f786850e387550fdab836ed7e6dc881de23001b")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghij")]
    [InlineData("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    [InlineData("SomethingLikeATypeNameWithFortyLetters+x")]
    public Task No_secret_keys(string text) => Verify.Silent(AccessKey, Wrap($"var aws_secret = \"{text}\";"), TextRefs.Setup);

    [Theory]
    [InlineData("AKIA" + "IOSFODNN7EXAMPLE")]
    [InlineData("AKIA" + "AAAAAAAAAAAAAAAA")]
    [InlineData("akiaq7zt4mx2wlb6pnvc")]
    [InlineData("XAKIA" + "Q7ZT4MX2WLB6PNVC")]
    [InlineData("AKIA" + "Q7ZT4MX2WLB6PNVCQ7ZT4MX2")]
    public Task No_identifiers(string text) => Verify.Silent(AccessKey, Wrap($"var a = \"{text}\";"), TextRefs.Setup);

    [Fact]
    public Task A_random_text_far_from_any_key() => Verify.Silent(AccessKey, Wrap($"var checksum = \"{Secret}\";"), TextRefs.Setup);

    [Theory]
    [InlineData("")]
    [InlineData("RSA ")]
    [InlineData("EC ")]
    [InlineData("OPENSSH ")]
    [InlineData("ENCRYPTED ")]
    public Task Private_keys(string kind) =>
        Verify.Analyzer(PrivateKey, Wrap($"var key = [|\"{Header(kind)}\\n{Body[0]}\\n{Body[1]}\\n-----END\"|];"), TextRefs.Setup);

    /// <summary>The shortest there are: a seed of 32 bytes in its wrapping.</summary>
    [Fact]
    public Task Private_keys_of_edwards_curves() =>
        Verify.Analyzer(PrivateKey, Wrap($"var key = [|\"{Header("")}\\n{"MC4CAQAwBQYDK2VwBCIEIQx8Lm2Vt5Zk1pR8vK2xW9mQ4nT7yB3cF6hJ1sD5gL0z"}\\n-----END\"|];"), TextRefs.Setup);

    [Fact]
    public Task Private_keys_in_raw_text() => Verify.Analyzer(
        PrivateKey, Wrap($"var key = [|\"\"\"\n        {Header("")}\n        {Body[0]}\n        {Body[1]}\n        -----END\n        \"\"\"|];"), TextRefs.Setup);

    [Fact]
    public Task Private_keys_line_by_line() =>
        Verify.Analyzer(PrivateKey, Wrap($"var key = [|\"{Header("RSA ")}\\n\"|] +\n            \"{Body[0]}\\n\" +\n            \"{Body[1]}\\n\";"), TextRefs.Setup);

    [Theory]
    [InlineData("var isKey = text.StartsWith(\"{0}\"); Console.WriteLine(isKey);")]
    [InlineData("var body = text.Replace(\"{0}\", \"\").Replace(\"-----END\", \"\");")]
    [InlineData("var key = \"{0}\\n\" + text + \"\\n-----END\";")]
    [InlineData("var key = \"{0}\\n...\\n-----END\";")]
    public Task No_private_keys(string statement) => Verify.Silent(PrivateKey, Wrap(statement.Replace("{0}", Header(""))), TextRefs.Setup);

    [Fact]
    public Task Public_keys_and_certificates() => Verify.Silent(
        PrivateKey, Wrap($"var key = \"-----BEGIN PUBLIC KEY-----\\n{Body[0]}\\n{Body[1]}\"; var certificate = \"-----BEGIN CERTIFICATE-----\\n{Body[0]}\\n{Body[1]}\";"), TextRefs.Setup);

    [Theory]
    [InlineData("/app/appsettings.Production.json", "{\n  \"AWS\": { \"AccessKey\": \"{0}\", \"Secret\": \"{1}\" }\n}", 2)]
    [InlineData("/app/Properties/launchSettings.json", "{\n  \"AWS_SECRET_ACCESS_KEY\": \"{1}\"\n}", 1)]
    [InlineData("/app/web.config", "<configuration>\n<add key=\"AWSAccessKey\" value=\"{0}\" />\n</configuration>", 1)]
    [InlineData("/app/.env", "\nAWS_ACCESS_KEY_ID={0}\n", 1)]
    public async Task Files_beside_the_code(string path, string text, int count)
    {
        var found = await Verify.Diagnostics("", new Setup(Refs.Net).WithFile(path, text.Replace("{0}", Id).Replace("{1}", Secret)), [AccessKey]);
        Assert.Equal(count, found.Length);
        Assert.All(found, d => Assert.Equal((path, 1), (d.Location.GetLineSpan().Path, d.Location.GetLineSpan().StartLinePosition.Line)));
    }

    [Fact]
    public async Task A_service_account_in_a_file()
    {
        var text = $"{{\n  \"type\": \"service_account\",\n  \"private_key\": \"{Header("")}\\n{Body[0]}\\n{Body[1]}\\n-----END\"\n}}";
        var found = Assert.Single(await Verify.Diagnostics("", new Setup(Refs.Net).WithFile("/app/account.json", text), [PrivateKey]));
        Assert.Equal(2, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task Private_keys_of_tests_are_silent_unless_asked_for()
    {
        var source = "using Xunit;\n" + Wrap($"var key = \"{Header("")}\\n{Body[0]}\\n{Body[1]}\"; var id = \"{Id}\";");
        var setup = TextRefs.Setup.WithSource("/app/Xunit.cs", "namespace Xunit { public sealed class FactAttribute : System.Attribute { } }");
        Assert.Equal([AccessKey], (await Verify.Diagnostics(source, setup, [AccessKey, PrivateKey])).Select(d => d.Id));
        Assert.Equal(2, (await Verify.Diagnostics(source, setup.WithConfig("skylint.SKY3016.tests", "true"), [AccessKey, PrivateKey])).Length);
    }

    private static string Wrap(string statements) => $$"""
        public static class Program
        {
            public static void Run(string text)
            {
                {{statements}}
            }
        }
        """;
}
