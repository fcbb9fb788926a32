using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

/// <summary>No report of any format, and no baseline, holds a secret that was found or any part of it.</summary>
public sealed class SecretOutputTests : IDisposable
{
    private static readonly string s_id = "AKI" + "AQ7ZT4MX2WLB6PNVC";
    private static readonly string s_secret = "pR8vK2xW9mQ4nT7yB3cF" + "6hJ1sD5gL0zA+eU/iOwX";
    private static readonly string s_body = "MIGHAgEAMBMGByqGSM49Qx8Lm2Vt5Zk1pR8vK2xW9mQ4nT7yB3cF6hJ1sD5gL0zAeUiOwXpR8vK2xW9mQ4nT7yB3cF6hJ1sD5gL0zA";

    private static readonly string[] s_parts = [s_id[4..12], s_secret[..8], s_secret[^8..], s_body[..8], "Tr0ub", "Zk1Vt"];

    private static readonly string[] s_rules = ["SKY3006", "SKY3012", "SKY3013", "SKY3014", "SKY3015", "SKY3016"];

    private readonly TestFolder _folder = new();

    public SecretOutputTests()
    {
        _folder.WriteProject("App.csproj");
        _folder.Write("Secrets.cs", $$""""
            using System;
            using System.Net;
            using System.Net.Http.Headers;
            using System.Security.Cryptography;
            using System.Text;

            class Secrets
            {
                const string Id = "{{s_id}}"; const string Other = "{{s_secret}}";
                object Mail() => new NetworkCredential("mailer", "Tr0ub4dor&3");
                object Key() => new HMACSHA256(Encoding.UTF8.GetBytes("Tr0ub4dor&3"));
                object Database() => new System.Data.Common.DbConnectionStringBuilder { ConnectionString = "Server=db.internal;Password=Tr0ub4dor&3" };
                object Token() => new AuthenticationHeaderValue("Bearer", "7f3c9aQx8Lm2Zk1Vt");
                const string Pem = "{{"-----BEGIN " + "PRIVATE KEY-----"}}\n{{s_body}}";
                const string Raw = """
                    Tr0ub {{s_id}} Tr0ub
                    """;
            }
            """");
        _folder.Write("appsettings.json", $$"""{ "AWS": { "AccessKey": "{{s_id}}", "Secret": "{{s_secret}}" }, "Orders": "Server=db.internal;User=app;Password=Tr0ub4dor&3" }""");
        _folder.Write("Properties/launchSettings.json", """{ "SMTP_PASSWORD": "Tr0ub4dor&3", "PARTNER_API_KEY": "7f3c9aQx8Lm2Zk1Vt" }""");
        _folder.Write("Web.config", $"<configuration><value>Server=db.internal;Password=Tr0ub4dor-3</value></configuration>");
    }

    [Theory]
    [InlineData("text", false)]
    [InlineData("text", true)]
    [InlineData("json", false)]
    [InlineData("sarif", false)]
    [InlineData("html", false)]
    public async Task Reports_do_not_tell(string format, bool isRich)
    {
        var (said, _) = await RunAsync(isRich, "check", "--format", format);
        AssertTellsNothing(said);
        Assert.All(s_rules, id => Assert.Contains(id, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Baselines_do_not_tell()
    {
        await RunAsync(false, "baseline");
        var text = _folder.Read("skylint.baseline.json");
        AssertTellsNothing(text);

        // Nor can they be guessed at: another secret in the same place has the same fingerprint.
        _folder.Write("Secrets.cs", _folder.Read("Secrets.cs").Replace("Tr0ub4dor&3", "Qu4rz-Bl4tt"));
        var (said, exitCode) = await RunAsync(false, "check", "--baseline", "skylint.baseline.json");
        Assert.Equal(0, exitCode);
        Assert.Contains("No new findings", said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertTellsNothing(string text) => Assert.All(s_parts, part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));

    private async Task<(string Said, int ExitCode)> RunAsync(bool isRich, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await Commands.SkylintCommand.RunAsync(args, new Host(output, error, _folder.Root, Toolbox.Skylint) { IsRich = isRich });
        return (output.ToString() + error, exitCode);
    }
}
