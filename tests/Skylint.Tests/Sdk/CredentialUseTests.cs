using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>Where clients get their credentials from, and for how long they keep them; packages that do not belong together.</summary>
public sealed class CredentialUseTests
{
    private const string Fallback = "SKY2074";
    private const string Snapshot = "SKY2075";
    private const string Anonymous = "SKY2076";
    private const string Profile = "SKY2077";
    private const string Legacy = "SKY2078";
    private const string Mixed = "SKY2073";

    private const string Keys = "new SessionAWSCredentials(k.AccessKey, k.SecretKey, k.Token)";
    private const string Usings = """
        using Amazon.Extensions.NETCore.Setup;
        using Amazon.Runtime.CredentialManagement;
        using Amazon.SecurityToken;
        using Amazon.SecurityToken.Model;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Theory]
    [InlineData("object M() => [|FallbackCredentialsFactory.GetCredentials()|];")]
    [InlineData("object M() => [|FallbackCredentialsFactory.GetCredentials(true)|];")]
    [InlineData("Func<AWSCredentials> M() => () => [|Amazon.Runtime.FallbackCredentialsFactory.GetCredentials()|];")]
    [InlineData("object M(AWSCredentials c) => c.GetCredentials();")]
    [InlineData("static class FallbackCredentialsFactory { public static object? GetCredentials() => null; } object? M() => FallbackCredentialsFactory.GetCredentials();")]
    public Task Judges_the_old_factory(string members) => Verify.Analyzer(Fallback, SdkCode.Members(members), SdkRefs.V4);

    [Fact]
    public async Task The_factory_is_right_in_version_3_and_has_no_twin_with_arguments()
    {
        await Verify.Silent(Fallback, SdkCode.V3("object M() => FallbackCredentialsFactory.GetCredentials();"), SdkRefs.V3);
        await Verify.NoFix(Fallback, SdkCode.Members("object M() => [|FallbackCredentialsFactory.GetCredentials(true)|];"), SdkRefs.V4);
        await Verify.Fix(Fallback,
            "using Amazon.Runtime;\nusing Amazon.Runtime.Credentials;\n\npublic class C { AWSCredentials M(AWSCredentials? c) => c ?? /* default */ [|FallbackCredentialsFactory.GetCredentials()|]; DefaultAWSCredentialsIdentityResolver? R; }",
            "using Amazon.Runtime;\nusing Amazon.Runtime.Credentials;\n\npublic class C { AWSCredentials M(AWSCredentials? c) => c ?? /* default */ DefaultAWSCredentialsIdentityResolver.GetCredentials(); DefaultAWSCredentialsIdentityResolver? R; }", SdkRefs.V4);
    }

    [Theory]
    [InlineData("static AmazonS3Client? s_c; void M(AWSCredentials r) { var k = r.GetCredentials(); s_c = new AmazonS3Client([|new SessionAWSCredentials|](k.AccessKey, k.SecretKey, k.Token)); }")]
    [InlineData("static IAmazonS3? S { get; set; } async Task M(AWSCredentials r) { var k = await r.GetCredentialsAsync(); var c = [|new SessionAWSCredentials|](k.AccessKey, k.SecretKey, k.Token); var client = new AmazonS3Client(c, RegionEndpoint.EUWest1); S ??= client; }")]
    [InlineData("static readonly AWSCredentials s_c = Keep(); static AWSCredentials Keep() => null!; static AWSCredentials? s_d; async Task M(IAmazonSecurityTokenService sts) { var a = (await sts.AssumeRoleAsync(new AssumeRoleRequest())).Credentials; s_d = [|new SessionAWSCredentials|](a.AccessKeyId, a.SecretAccessKey, a.SessionToken); }")]
    [InlineData("static IAmazonS3? s_c; async Task M(IAmazonSecurityTokenService sts) { var a = await sts.AssumeRoleAsync(new AssumeRoleRequest()); s_c = [|new AmazonS3Client|](a.Credentials); }")]
    [InlineData("void M(IServiceCollection s, ImmutableCredentials k) => s.AddSingleton<IAmazonS3>(new AmazonS3Client([|new SessionAWSCredentials|](k.AccessKey, k.SecretKey, k.Token)));")]
    [InlineData("void M(IServiceCollection s, AWSCredentials r) => s.AddSingleton<IAmazonS3>(p => { var k = r.GetCredentials(); return new AmazonS3Client([|new SessionAWSCredentials|](k.AccessKey, k.SecretKey, k.Token)); });")]
    [InlineData("class Function { IAmazonS3? _c; public void Handle(string e, ILambdaContext x) { } void Init(ImmutableCredentials k) { _c = new AmazonS3Client([|new SessionAWSCredentials|](k.AccessKey, k.SecretKey, k.Token)); } }")]
    [InlineData("class Worker(ImmutableCredentials k) : Microsoft.Extensions.Hosting.BackgroundService { readonly IAmazonS3 _c = new AmazonS3Client([|new SessionAWSCredentials|](k.AccessKey, k.SecretKey, k.Token)); protected override Task ExecuteAsync(CancellationToken stop) => _c.ListBucketsAsync(stop); }")]
    // Used and dropped, kept nobody knows how long, renewed.
    [InlineData("async Task M(AWSCredentials r) { var k = await r.GetCredentialsAsync(); using var c = new AmazonS3Client(" + Keys + "); await c.ListBucketsAsync(); }")]
    [InlineData("IAmazonS3? _c; void M(ImmutableCredentials k) { _c = new AmazonS3Client(" + Keys + "); }")]
    [InlineData("IAmazonS3 M(ImmutableCredentials k) => new AmazonS3Client(" + Keys + ");")]
    [InlineData("static IAmazonS3? s_c; static DateTime s_expires; void M(ImmutableCredentials k) { s_c = new AmazonS3Client(" + Keys + "); }")]
    [InlineData("static IAmazonS3? s_c; void M(string a, string b, string c) { s_c = new AmazonS3Client(new SessionAWSCredentials(a, b, c)); }")]
    [InlineData("static IAmazonS3? s_c; void M(AWSCredentials r) { s_c = new AmazonS3Client(r); }")]
    [InlineData("static class Tool { static IAmazonS3? s_c; static void Main(string[] a) => Init(null!); static void Init(ImmutableCredentials k) { s_c = new AmazonS3Client(" + Keys + "); } }")]
    [InlineData("void M(Action<IAmazonS3> use, ImmutableCredentials k) => use(new AmazonS3Client(" + Keys + "));")]
    public Task Judges_kept_keys(string members) => Verify.Analyzer(Snapshot, Usings + SdkCode.Members(members), SdkRefs.V4);

    [Fact]
    public Task Judges_kept_keys_in_version_3() => Verify.Analyzer(Snapshot,
        SdkCode.V3("static IAmazonS3? s_c; void M(AWSCredentials r) { var k = r.GetCredentials(); s_c = new AmazonS3Client([|new SessionAWSCredentials|](k.AccessKey, k.SecretKey, k.Token)); }"), SdkRefs.V3);

    [Theory]
    [InlineData("object M() => new AmazonDynamoDBClient([|new AnonymousAWSCredentials()|], RegionEndpoint.EUWest1);")]
    [InlineData("object M() { AWSCredentials none = [|new AnonymousAWSCredentials()|]; return new AmazonKeyManagementServiceClient(none); }")]
    [InlineData("object M() => new AmazonSimpleSystemsManagementClient([|new AnonymousAWSCredentials()|], new AmazonSimpleSystemsManagementConfig { Timeout = TimeSpan.FromSeconds(3) });")]
    // Public objects, signing in, what a policy may allow, and stand-ins.
    [InlineData("object M() => new AmazonS3Client(new AnonymousAWSCredentials());")]
    [InlineData("object M() => new Amazon.SecurityToken.AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials());")]
    [InlineData("object M() => new AmazonSQSClient(new AnonymousAWSCredentials());")]
    [InlineData("object M() => new AmazonDynamoDBClient(new AnonymousAWSCredentials(), new AmazonDynamoDBConfig { ServiceURL = \"http://localhost:8000\" });")]
    [InlineData("object M(AmazonDynamoDBConfig c) => new AmazonDynamoDBClient(new AnonymousAWSCredentials(), c);")]
    [InlineData("object M(bool local) => new AmazonDynamoDBClient(local ? new AnonymousAWSCredentials() : Amazon.Runtime.Credentials.DefaultAWSCredentialsIdentityResolver.GetCredentials());")]
    [InlineData("object M() => new AnonymousAWSCredentials();")]
    public Task Judges_anonymous_credentials(string members) => Verify.Analyzer(Anonymous, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("void M() => [|AWSConfigs.AWSProfileName = \"acme\"|];")]
    [InlineData("object M() => new AWSOptions { [|Profile = \"acme\"|] };")]
    [InlineData("const string Name = \"acme\"; object M() { var c = new AmazonS3Config(); [|c.Profile = new Profile(Name)|]; return c; }")]
    [InlineData("object M() { var chain = new CredentialProfileStoreChain(); chain.[|TryGetAWSCredentials|](\"acme\", out var c); return c; }")]
    [InlineData("object M() { var found = new CredentialProfileStoreChain().[|TryGetAWSCredentials|](\"acme\", out var c); return new AmazonS3Client(c); }")]
    // From outside, for everybody, on a developer's machine, or with something else to fall back to.
    [InlineData("void M(string name) => AWSConfigs.AWSProfileName = name;")]
    [InlineData("object M() => new AWSOptions { Profile = System.Environment.GetEnvironmentVariable(\"P\") };")]
    [InlineData("void M() => AWSConfigs.AWSProfileName = \"default\";")]
    [InlineData("void M(bool isDevelopment) { if (isDevelopment) AWSConfigs.AWSProfileName = \"acme\"; }")]
    [InlineData("void M() {\n#if DEBUG || !DEBUG\nAWSConfigs.AWSProfileName = \"acme\";\n#endif\n}")]
    [InlineData("object M() { var found = new CredentialProfileStoreChain().TryGetAWSCredentials(\"acme\", out var c); return found ? new AmazonS3Client(c) : new AmazonS3Client(); }")]
    [InlineData("bool M() => new SharedCredentialsFile().TryGetProfile(\"acme\", out _);")]
    [InlineData("object? M() => new CredentialProfileStoreChain().TryGetAWSCredentials(\"acme\", out var c) ? c : null;")]
    [InlineData("class Mine { public string? Profile { get; set; } } object M() => new Mine { Profile = \"acme\" };")]
    public Task Judges_profiles(string members) => Verify.Analyzer(Profile, Usings + SdkCode.Members(members), SdkRefs.V4);

    [Fact]
    public async Task Profiles_are_for_tools_that_people_start()
    {
        const string Source = "using Amazon;\npublic static class C { public static void Main() => AWSConfigs.AWSProfileName = \"acme\"; }";
        await Verify.Silent(Profile, Source, new Setup(Refs.Sdk4) { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });
        await Verify.Analyzer(Profile, Source.Replace("AWSConfigs.AWSProfileName = \"acme\"", "[|AWSConfigs.AWSProfileName = \"acme\"|]", StringComparison.Ordinal), Refs.Sdk4);
        await Verify.Analyzer(Profile, SdkCode.V3("void M() => [|AWSConfigs.AWSProfileName = \"acme\"|]; object N() => [|new StoredProfileAWSCredentials|](\"acme\");"), SdkRefs.V3);
    }

    [Theory]
    [InlineData("object M(Amazon.S3.Encryption.EncryptionMaterials m) => [|new Amazon.S3.Encryption.AmazonS3EncryptionClient|](m);")]
    [InlineData("Amazon.S3.Encryption.AmazonS3EncryptionClient M(Amazon.S3.Encryption.EncryptionMaterials m) => [|new|](m);")]
    [InlineData("class AmazonS3EncryptionClient { } object M() => new AmazonS3EncryptionClient();")]
    [InlineData("object M() => new AmazonS3Client();")]
    public Task Judges_the_first_encryption_client(string members) => Verify.Analyzer(Legacy, SdkCode.V3(members), SdkRefs.V3);

    [Theory]
    [InlineData("IAmazonS3 M() => [|new AmazonS3Client|]();")]
    [InlineData("class Mine : AmazonS3Client { } IAmazonS3 M() => [|new Mine|]();")]
    [InlineData("AmazonS3Client M() => [|new|]();")]
    [InlineData("object M() => new AmazonDynamoDBClient();")]
    [InlineData("object M() => new AmazonS3Config();")]
    public Task Judges_mixed_versions(string members) => Verify.Analyzer(Mixed, "using Amazon.DynamoDBv2;\nusing Amazon.S3;\npublic class C { " + members + " }", SdkRefs.Mixed);

    [Fact]
    public async Task Mixed_versions_are_seen_where_clients_are_registered()
    {
        const string Registration = """
            using Microsoft.Extensions.DependencyInjection;
            public static class Startup { public static void Add(IServiceCollection s) { s.[|AddAWSService<Amazon.S3.IAmazonS3>|](); s.AddAWSService<Amazon.DynamoDBv2.IAmazonDynamoDB>(); s.AddAWSService<string>(); } }
            namespace Microsoft.Extensions.DependencyInjection { public interface IServiceCollection { } public static class E { public static void AddAWSService<T>(this IServiceCollection s) { } } }
            """;
        // The core for .NET 8 makes the compiler object to the registration itself; that for older frameworks does not.
        await Verify.Analyzer(Mixed, Registration, Refs.Net
            .With("AWSSDK.Core", "4.1.0", "netstandard2.0", "AWSSDK.Core")
            .With("AWSSDK.DynamoDBv2", "4.1.0", "netstandard2.0", "AWSSDK.DynamoDBv2")
            .With("AWSSDK.S3", "3.7.511.8", "netstandard2.0", "AWSSDK.S3"));
        // One version, and a client of the code's own.
        await Verify.Silent(Mixed, SdkCode.Members("object M() => new AmazonS3Client();"), SdkRefs.V4);
        await Verify.Silent(Mixed, SdkCode.V3("object M() => new AmazonS3Client();"), SdkRefs.V3);
    }
}
