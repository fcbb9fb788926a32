using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>Secrets that the code itself contains and hands to a library.</summary>
public sealed class SecretSinkTests
{
    private const string Libraries = """
        namespace Microsoft.IdentityModel.Tokens { public class SymmetricSecurityKey { public SymmetricSecurityKey(byte[] key) { } } }
        namespace MailKit { public class SmtpClient { public void Authenticate(string userName, string password) { } } }
        namespace Amazon.RDS.Model { public class CreateDBInstanceRequest { public string MasterUserPassword { get; set; } } }
        namespace Amazon.CDK { public class Props { public string Password { get; set; } } }
        namespace Data { public class Options { } public class Builder : System.Data.Common.DbConnectionStringBuilder { } public static class SqlExtensions { public static Options UseSqlServer(this Options options, string connectionString) => options; } }
        namespace MongoDB { public class MongoClient { public MongoClient(string connectionString) { } } }
        namespace Azure { public class AzureKeyCredential { public AzureKeyCredential(string key) { } } }
        namespace SendGrid { public class SendGridClient { public SendGridClient(string apiKey) { } } }
        namespace RestSharp { public class RestRequest { public RestRequest AddHeader(string name, string value) => this; } }
        namespace Cache { public class Store { public string Get(string key) => key; } }
        """;

    private static readonly Lazy<Refs> s_libraries = new(() =>
    {
        var compilation = CSharpCompilation.Create("Libraries", [CSharpSyntaxTree.ParseText(Libraries)], Refs.Net.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return Refs.Net.With(MetadataReference.CreateFromImage(image.ToArray()));
    });

    private const string Password = "SKY3012";
    private const string Key = "SKY3013";
    private const string Connection = "SKY3014";
    private const string Token = "SKY3015";

    [Theory]
    [InlineData("_ = new NetworkCredential(\"mailer\", [|\"Tr0ub4dor&3\"|]);")]
    [InlineData("_ = new NetworkCredential(\"mailer\", password: [|\"Tr0ub4dor&3\"|], domain: null);")]
    [InlineData("var p = \"Tr0ub\"; p = p + \"4dor&3\"; _ = new NetworkCredential(\"mailer\", [|p|]);")]
    [InlineData("_ = new NetworkCredential(\"mailer\", [|s_field|]);")]
    [InlineData("_ = new NetworkCredential(\"mailer\", [|Helper()|]);")]
    [InlineData("_ = new NetworkCredential(\"mailer\", [|text ?? \"Tr0ub4dor&3\"|]);")]
    [InlineData("string p; if (text.Length > 3) p = text; else p = \"Tr0ub4dor&3\"; _ = new NetworkCredential(\"mailer\", [|p|]);")]
    [InlineData("_ = new NetworkCredential { UserName = \"mailer\", Password = [|\"Tr0ub4dor&3\"|] };")]
    [InlineData("_ = new X509Certificate2(\"service.pfx\", [|\"Tr0ub4dor&3\"|]);")]
    [InlineData("_ = new UriBuilder(\"https\", \"partner.net\") { Password = [|\"Tr0ub4dor&3\"|] };")]
    public Task Passwords(string statement) => Verify.Analyzer(Password, Wrap(statement), TextRefs.Setup);

    [Theory]
    [InlineData("_ = new NetworkCredential(\"mailer\", text);")]
    [InlineData("_ = new NetworkCredential(\"mailer\", \"\");")]
    [InlineData("_ = new NetworkCredential(\"mailer\", \"password\");")]
    [InlineData("_ = new NetworkCredential(\"mailer\", \"<your password>\");")]
    [InlineData("_ = new NetworkCredential(\"mailer\", \"${SMTP_PASSWORD}\");")]
    [InlineData("_ = new NetworkCredential(\"mailer\", \"{{smtp-password}}\");")]
    [InlineData("_ = new NetworkCredential(\"guest\", \"guest\");")]
    [InlineData("_ = new NetworkCredential(\"mailer\", Environment.GetEnvironmentVariable(\"SMTP_PASSWORD\"));")]
    [InlineData("_ = new NetworkCredential(\"mailer\", \"prefix-9x\" + text);")]
    [InlineData("var p = \"\"; try { p = Console.ReadLine(); } catch (IOException) { } _ = new NetworkCredential(\"mailer\", p);")]
    [InlineData("_ = new NetworkCredential(\"mailer\", default(string));")]
    [InlineData("_ = new NetworkCredential(\"mailer-9x8y7z\", text);")]
    [InlineData("_ = new Npgsql.NpgsqlConnectionStringBuilder { Host = \"localhost\", Password = \"Tr0ub4dor&3\" };")]
    [InlineData("_ = new Own(\"Tr0ub4dor&3\");")]
    [InlineData("_ = new NetworkCredential(\"mailer\", \"P@ssw0rd\");")]
    [InlineData("_ = new NetworkCredential(\"mailer\", \"old\");")]
    [InlineData("var all = new Dictionary<string, string> { [\"mailer\"] = \"Tr0ub4dor&3\" }; _ = new NetworkCredential(\"mailer\", all[text]);")]
    [InlineData("var all = new Dictionary<string, string> { [\"mailer\"] = \"Tr0ub4dor&3\" }; all.TryGetValue(text, out var p); _ = new NetworkCredential(\"mailer\", p);")]
    public Task No_passwords(string statement) => Verify.Silent(Password, Wrap(statement), TextRefs.Setup);

    [Theory]
    [InlineData("_ = new HMACSHA256([|Encoding.UTF8.GetBytes(\"secret\")|]);")]
    [InlineData("_ = HMACSHA256.HashData([|\"webhook signing key\"u8|], new byte[1]);")]
    [InlineData("_ = new HMACSHA256([|\"webhook signing key\"u8.ToArray()|]);")]
    [InlineData("using var aes = Aes.Create(); aes.Key = [|Convert.FromBase64String(\"MDEyMzQ1Njc4OWFiY2RlZg==\")|];")]
    [InlineData("using var aes = Aes.Create(); _ = aes.CreateEncryptor([|new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }|], aes.IV);")]
    [InlineData("using var aes = Aes.Create(); _ = aes.CreateDecryptor([|s_bytes|], aes.IV);")]
    [InlineData("using var aes = Aes.Create(); aes.Key = [|SHA256.HashData(Encoding.UTF8.GetBytes(\"pass phrase\"))|];")]
    [InlineData("_ = new AesGcm([|Convert.FromHexString(\"000102030405060708090A0B0C0D0E0F\")|], 16);")]
    [InlineData("_ = new Rfc2898DeriveBytes([|\"pass phrase\"|], new byte[16], 600000, HashAlgorithmName.SHA256);")]
    [InlineData("_ = Rfc2898DeriveBytes.Pbkdf2([|\"pass phrase\"|], new byte[16], 600000, HashAlgorithmName.SHA256, 32);")]
    public Task Keys(string statement) => Verify.Analyzer(Key, Wrap(statement), TextRefs.Setup);

    [Theory]
    [InlineData("_ = new HMACSHA256(Encoding.UTF8.GetBytes(text));")]
    [InlineData("_ = new HMACSHA256(Encoding.UTF8.GetBytes(\"AWS4\" + text));")]
    [InlineData("_ = new HMACSHA256(RandomNumberGenerator.GetBytes(32));")]
    [InlineData("var all = new Dictionary<string, Func<byte[], HMAC>>(); all.Add(\"HS256\", key => new HMACSHA256(key));")]
    [InlineData("var all = new Dictionary<string, Func<byte[], HMAC>> { { \"HS256\", key => { using var hmac = new HMACSHA256(key); return hmac; } } };")]
    [InlineData("_ = new HMACSHA256(new byte[32]);")]
    [InlineData("_ = HMACSHA256.HashData(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(\"message\"));")]
    [InlineData("_ = SHA256.HashData(Encoding.UTF8.GetBytes(\"message\"));")]
    [InlineData("using var aes = Aes.Create(); _ = aes.CreateEncryptor(aes.Key, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 });")]
    [InlineData("_ = new Rfc2898DeriveBytes(text, Encoding.UTF8.GetBytes(\"a fixed salt\"), 600000, HashAlgorithmName.SHA256);")]
    [InlineData("var key = new Dictionary<string, int>(); key[\"a fixed key\"] = 1; key.TryGetValue(key: \"another\", out _);")]
    public Task No_keys(string statement) => Verify.Silent(Key, Wrap(statement), TextRefs.Setup);

    [Theory]
    [InlineData("_ = new Npgsql.NpgsqlConnection([|\"Host=db.internal;Username=app;Password=Tr0ub4dor&3\"|]);")]
    [InlineData("_ = new Npgsql.NpgsqlConnection([|$\"Host={text};Username=app;Password=Tr0ub4dor&3;Pooling=true\"|]);")]
    [InlineData("var p = \"Tr0ub4dor&3\"; _ = new Npgsql.NpgsqlConnection([|\"Host=db.internal;Username=app;Password=\" + p|]);")]
    [InlineData("_ = new Npgsql.NpgsqlConnection([|string.Format(\"Host={0};Username=app;Pwd=Tr0ub4dor&3\", text)|]);")]
    [InlineData("_ = new Microsoft.Data.Sqlite.SqliteConnection { ConnectionString = [|\"Data Source=orders.db;Password=Tr0ub4dor&3\"|] };")]
    [InlineData("_ = new Npgsql.NpgsqlDataSourceBuilder([|\"Host=db.internal;Username=app;Password='Tr0ub4dor&3'\"|]);")]
    [InlineData("_ = new Npgsql.NpgsqlConnection([|text ?? \"Host=db.internal;Username=app;Password=Tr0ub4dor&3\"|]);")]
    public Task Connection_strings(string statement) => Verify.Analyzer(Connection, Wrap(statement), TextRefs.Setup);

    [Theory]
    [InlineData("_ = new Npgsql.NpgsqlConnection(text);")]
    [InlineData("_ = new Npgsql.NpgsqlConnection($\"Host=db.internal;Username=app;Password={text}\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection($\"Host=db.internal;Username=app;Password='{text}';Pooling=true\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(string.Format(\"Host=db.internal;Password={0};Timeout=15\", text));")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=db.internal;Username=app;Password=\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=db.internal;Username=app;Integrated Security=true\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=localhost;Username=app;Password=Tr0ub4dor&3\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=127.0.0.1,1433;Username=app;Password=Tr0ub4dor&3\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=db;Username=postgres;Password=postgres\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=db;Username=sa;Password=<password>\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=db;Username=sa;Password={DB_PASSWORD}\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=db;Username=sa;Persist Security Info=True\");")]
    public Task No_connection_strings(string statement) => Verify.Silent(Connection, Wrap(statement), TextRefs.Setup);

    [Theory]
    [InlineData("_ = new AuthenticationHeaderValue(\"Bearer\", [|\"7f3c9aQx8Lm2Vt5Zk1\"|]);")]
    [InlineData("_ = new AuthenticationHeaderValue(\"Basic\", [|Convert.ToBase64String(Encoding.ASCII.GetBytes(\"mailer:Tr0ub4dor&3\"))|]);")]
    [InlineData("new HttpClient().DefaultRequestHeaders.Add(\"X-Api-Key\", [|\"7f3c9aQx8Lm2Vt5Zk1\"|]);")]
    [InlineData("new HttpClient().DefaultRequestHeaders.TryAddWithoutValidation(\"Authorization\", [|\"Bearer 7f3c9aQx8Lm2Vt5Zk1\"|]);")]
    [InlineData("const string t = \"7f3c9aQx8Lm2Vt5Zk1\"; var headers = new Dictionary<string, string> { [\"authorization\"] = [|\"Bearer \" + t|] };")]
    [InlineData("var t = \"7f3c9aQx8Lm2Vt5Zk1\"; var request = WebRequest.CreateHttp(text); request.Headers[\"Authorization\"] = [|\"Bearer \" + t|];")]
    public Task Tokens(string statement) => Verify.Analyzer(Token, Wrap(statement), TextRefs.Setup);

    [Theory]
    [InlineData("_ = new AuthenticationHeaderValue(\"Bearer\", text);")]
    [InlineData("_ = new AuthenticationHeaderValue(\"Bearer\");")]
    [InlineData("_ = new AuthenticationHeaderValue(\"Basic\", Convert.ToBase64String(Encoding.ASCII.GetBytes($\"mailer:{text}\")));")]
    [InlineData("new HttpClient().DefaultRequestHeaders.Add(\"Authorization\", \"Bearer \" + text);")]
    [InlineData("new HttpClient().DefaultRequestHeaders.Add(\"Authorization\", $\"Bearer {text}\");")]
    [InlineData("new HttpClient().DefaultRequestHeaders.Add(\"Authorization\", \"Bearer your-token\");")]
    [InlineData("new HttpClient().DefaultRequestHeaders.Add(\"X-Request-Id\", \"7f3c9aQx8Lm2Vt5Zk1\");")]
    [InlineData("new HttpClient().DefaultRequestHeaders.Add(\"X-Api-Key\", \"test-api-key\");")]
    public Task No_tokens(string statement) => Verify.Silent(Token, Wrap(statement), TextRefs.Setup);

    /// <summary>Libraries that the tests do not restore, as far as the rules look at them: names only.</summary>
    [Theory]
    [InlineData(Key, "_ = new Microsoft.IdentityModel.Tokens.SymmetricSecurityKey([|Encoding.ASCII.GetBytes(\"signing secret\")|]);")]
    [InlineData(Password, "new MailKit.SmtpClient().Authenticate(\"mailer\", [|\"Tr0ub4dor&3\"|]);")]
    [InlineData(Password, "_ = new Amazon.RDS.Model.CreateDBInstanceRequest { MasterUserPassword = [|\"Tr0ub4dor&3\"|] };")]
    [InlineData(Password, "new Data.Builder()[\"Password\"] = [|\"Tr0ub4dor&3\"|];")]
    [InlineData(Connection, "new Options().UseSqlServer([|\"Server=db.internal;User Id=app;Password=Tr0ub4dor&3\"|]);")]
    [InlineData(Connection, "_ = new MongoDB.MongoClient([|\"mongodb+srv://app:Tr0ub4dor-3@cluster.internal/orders\"|]);")]
    [InlineData(Connection, "_ = new Uri([|\"amqps://app:Tr0ub4dor-3@broker.internal/orders\"|]);")]
    [InlineData(Token, "_ = new Azure.AzureKeyCredential([|\"7f3c9aQx8Lm2Vt5Zk1\"|]);")]
    [InlineData(Token, "_ = new SendGrid.SendGridClient([|\"7f3c9aQx8Lm2Vt5Zk1\"|]);")]
    [InlineData(Token, "new RestSharp.RestRequest().AddHeader(\"x-api-key\", [|\"7f3c9aQx8Lm2Vt5Zk1\"|]);")]
    [InlineData(Password, "_ = new Amazon.CDK.Props { Password = \"Tr0ub4dor&3\" };")]
    [InlineData(Connection, "_ = new Uri(\"https://example.com:8443/a@b\"); _ = new Uri(\"amqp://guest:guest@broker:5672\"); _ = new Uri(\"amqp://app:Tr0ub4dor-3@localhost\");")]
    [InlineData(Key, "_ = new Cache.Store().Get(key: \"a fixed key of a cache\");")]
    public Task Libraries_by_their_names(string id, string statement) => Verify.Analyzer(id, "using Data;\n" + Wrap(statement), new Setup(s_libraries.Value));

    [Fact]
    public async Task Test_code_is_silent_unless_it_is_asked_for()
    {
        const string stub = "namespace Xunit { public sealed class FactAttribute : System.Attribute { } }";
        var source = "using Xunit;\n" + Wrap("_ = new NetworkCredential(\"mailer\", \"Tr0ub4dor&3\");");
        var setup = TextRefs.Setup.WithSource("/app/Xunit.cs", stub);
        Assert.Empty(await Verify.Diagnostics(source, setup, [Password]));
        Assert.Single(await Verify.Diagnostics(source, setup.WithConfig("skylint.SKY3012.tests", "true"), [Password]));
    }

    [Fact]
    public async Task Configuration_files_are_read()
    {
        const string settings = """
            {
              "ConnectionStrings": {
                "Local": "Host=localhost;Username=app;Password=Tr0ub4dor&3",
                "Orders": "Host=db.internal;Username=app;Password=Tr0ub4dor&3;Pooling=true",
                "Other": "Host=db.internal;Username=app;Password=#{Password}#"
              }
            }
            """;
        var diagnostic = Assert.Single(await Verify.Diagnostics("", TextRefs.Setup.WithFile("/app/appsettings.json", settings), [Connection]));
        Assert.Equal(3, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal("/app/appsettings.json", diagnostic.Location.GetLineSpan().Path);
        Assert.DoesNotContain("Tr0ub", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("<add name=\"orders\" connectionString=\"Server=db.internal;User Id=app;Password=Tr0ub4dor-3\" />")]
    [InlineData("<value>Server=db.internal;User Id=app;Password=Tr0ub4dor-3</value>")]
    public async Task Configuration_of_net_framework_is_read(string line) =>
        Assert.Single(await Verify.Diagnostics("", TextRefs.Setup.WithFile("/app/web.config", $"<configuration>\n{line}\n</configuration>"), [Connection]));

    [Theory]
    [InlineData("/app/appsettings.json", "\"Password\": \"Tr0ub4dor&3\"", Password)]
    [InlineData("/app/appsettings.Production.json", "\"Smtp:Password\": \"Tr0ub4dor&3\"", Password)]
    [InlineData("/app/appsettings.json", "\"githubSecret\": \"d0a0d0fe2c2646\"", Token)]
    [InlineData("/app/Properties/launchSettings.json", "\"PARTNER_API_KEY\": \"7f3c9aQx8Lm2Vt5Zk1\"", Token)]
    [InlineData("/app/Web.Release.config", "<add key=\"SmtpPassword\" value=\"Tr0ub4dor-3\" />", Password)]
    [InlineData("/app/web.config", "<network host=\"mail.internal\" userName=\"mailer\" password=\"Tr0ub4dor-3\" />", Password)]
    [InlineData("/app/.env", "SMTP_PASSWORD=Tr0ub4dor&3", Password)]
    public async Task Settings_by_their_names(string path, string line, string id) =>
        Assert.Equal([id], (await Verify.Diagnostics("", new Setup(Refs.Net).WithFile(path, $"\n{line}\n"), [Password, Connection, Token])).Select(d => d.Id));

    [Theory]
    [InlineData("appsettings.json", "\"Password\": \"\"")]
    [InlineData("appsettings.json", "\"Password\": \"{{smtp_password}}\"")]
    [InlineData("appsettings.json", "\"Password\": \"<your password goes here>\"")]
    [InlineData("appsettings.json", "\"Password\": \"test-password\"")]
    [InlineData("appsettings.json", "\"Password\": \"Passwort\"")]
    [InlineData("appsettings.json", "\"ForgotPassword\": \"/account/forgot-password2\"")]
    [InlineData("appsettings.json", "\"Password\": null")]
    [InlineData("appsettings.json", "\"ClientSecret\": \"arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-a1b2c3\"")]
    [InlineData("appsettings.json", "\"ClientSecret\": \"OrdersClientSecretName\"")]
    [InlineData("appsettings.json", "\"ApiKey\": \"\", \"TokenLifetime\": \"00:15:00\"")]
    [InlineData("labels.en.json", "\"Password\": \"Passw0rd-2\"")]
    public async Task Settings_that_hold_no_secret(string file, string line) =>
        Assert.Empty(await Verify.Diagnostics("", new Setup(Refs.Net).WithFile("/app/" + file, $"\n{line}\n"), [Password, Connection, Token]));

    [Fact]
    public async Task No_part_of_a_secret_is_said()
    {
        var found = await Verify.Diagnostics(
            Wrap("""
                _ = new NetworkCredential("mailer", "Tr0ub4dor&3");
                _ = new HMACSHA256(Encoding.UTF8.GetBytes("Tr0ub4dor&3"));
                _ = new Npgsql.NpgsqlConnection("Host=db.internal;Password=Tr0ub4dor&3");
                _ = new AuthenticationHeaderValue("Bearer", "Tr0ub4dor&3Tr0");
                """),
            TextRefs.Setup,
            [Password, Key, Connection, Token]);
        Assert.Equal(4, found.Length);
        Assert.All(found, d => Assert.DoesNotContain("Tr0ub", d + string.Concat(d.Properties.Select(p => p.Key + p.Value))));
    }

    [Fact]
    public Task Code_that_does_not_compile() =>
        Verify.Silent(Password, Wrap("_ = new NetworkCredential(\"a\", , ); var x = new Missing(\"Tr0ub4dor&3\") { Password = }; x.Password = \"Tr0ub4dor&3\";"), TextRefs.Setup with { AllowCompileErrors = true });

    private static string Wrap(string statements) => $$"""
        using System.Net; using System.Net.Http.Headers; using System.Security.Cryptography; using System.Security.Cryptography.X509Certificates; using System.Text;
        public sealed class Own(string password) { public string Password { get; set; } = password; }
        public static class Program
        {
            private static readonly byte[] s_bytes = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
            private static string s_field = "Tr0ub4dor&3";
            private static string Helper() => string.Concat("Tr0ub", "4dor&3");
            public static async Task Run(string text)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;
}
