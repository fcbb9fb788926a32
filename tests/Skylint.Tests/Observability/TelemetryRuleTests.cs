using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Observability;

/// <summary>SKY4005 to SKY4009 beyond their cases.</summary>
public sealed class TelemetryRuleTests
{
    private const string Usings = "using System.Diagnostics; using System.Diagnostics.Metrics; using Microsoft.Extensions.Logging;\n";

    [Theory]
    [InlineData("b.[|AddTraceBasedSampler|]();")]
    [InlineData("b.[|AddRandomProbabilisticSampler|](0.1);")]
    [InlineData("b.[|AddRandomProbabilisticSampler|](p);")]
    [InlineData("b.[|AddRandomProbabilisticSampler|](0.1, null);")]
    [InlineData("b.[|AddRandomProbabilisticSampler|](0.1, LogLevel.Error);")]
    [InlineData("b.AddRandomProbabilisticSampler(1.0);")]
    [InlineData("b.AddRandomProbabilisticSampler(0.1, LogLevel.Warning);")]
    [InlineData("b.AddRandomProbabilisticSampler(0.1, level);")]
    [InlineData("b.AddRandomProbabilisticSampler(o => { });")]
    public Task Samplers(string statement) => Verify.Analyzer("SKY4005", Usings + "class C { void M(ILoggingBuilder b, double p, LogLevel level) { " + statement + " } }", ObservabilityRefs.All);

    [Theory]
    [InlineData("b.AddRandomProbabilisticSampler(0.1, LogLevel.Critical);", "b.AddRandomProbabilisticSampler(0.1, LogLevel.Information);")]
    [InlineData("b.AddRandomProbabilisticSampler(level: null, probability: 0.1);", "b.AddRandomProbabilisticSampler(level: LogLevel.Information, probability: 0.1);")]
    public Task Samplers_are_limited(string before, string after)
    {
        const string Frame = Usings + "class C { void M(ILoggingBuilder b) { STATEMENT } }";
        return Verify.Fix("SKY4005", Frame.Replace("STATEMENT", before, StringComparison.Ordinal), Frame.Replace("STATEMENT", after, StringComparison.Ordinal), ObservabilityRefs.All);
    }

    [Fact]
    public Task The_sampler_that_follows_the_trace_has_no_levels() => Verify.NoFix("SKY4005", Usings + "class C { void M(ILoggingBuilder b) { b.AddTraceBasedSampler(); } }", ObservabilityRefs.All);

    [Theory]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"user.id\", [|id|]));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"who\", [|userId|]));")]
    [InlineData("c.Add(1, new(\"a\", \"b\"), new(\"request\", [|Guid.NewGuid()|]));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"request\", [|Guid.NewGuid().ToString()|]));")]
    [InlineData("h.Record(1, KeyValuePair.Create(\"error\", [|(object?)e.Message|]));")]
    [InlineData("h.Record(1, new TagList { { \"at\", [|DateTime.UtcNow|] }, { \"kind\", \"x\" } });")]
    [InlineData("var t = new TagList(); t.Add(\"url\", [|uri.AbsoluteUri|]); h.Record(1, t);")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"path\", [|$\"/orders/{orderId}\"|]));")]
    [InlineData("c.Add(1, new[] { new KeyValuePair<string, object?>(\"session_id\", [|id|]) });")]
    [InlineData("_ = new Measurement<int>(1, new KeyValuePair<string, object?>(\"trace.id\", [|id|]));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"tenant.id\", id));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"kind\", id));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"user.id\", \"system\"));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"user.id\", userId != \"\"));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"user.id\", Bucket(userId)));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"status\", day));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"type\", e.GetType().Name));")]
    [InlineData("c.Add(1, new KeyValuePair<string, object?>(\"host\", uri.Host));")]
    [InlineData("var list = new List<KeyValuePair<string, object?>>(); list.Add(new(\"user.id\", userId));")]
    [InlineData("c.Add(1); h.Record(1, default(TagList));")]
    public Task Metric_tags(string statement) =>
        Verify.Analyzer("SKY4006", Usings + "class C { static string Bucket(string s) => s; void M(Counter<int> c, Histogram<double> h, string id, string userId, string orderId, Exception e, Uri uri, DayOfWeek day) { " + statement + " } }", ObservabilityRefs.All);

    [Theory]
    [InlineData("a.[|SetTag|](\"x\", user.Email);")]
    [InlineData("a?.[|SetTag|](\"x\", password);")]
    [InlineData("a.[|AddBaggage|](\"user.email\", value);")]
    [InlineData("a.[|AddTag|](\"card_number\", value);")]
    [InlineData("a.[|SetTag|](\"x\", password.ToLowerInvariant());")]
    [InlineData("a.SetTag(\"x\", Hash(password));")]
    [InlineData("a.SetTag(\"password.length\", password.Length);")]
    [InlineData("a.SetTag(\"has.password\", password != null);")]
    [InlineData("a.SetTag(\"user.email\", \"(hidden)\");")]
    [InlineData("a.SetTag(\"next_token\", nextToken);")]
    [InlineData("a.SetTag(\"order.id\", value);")]
    [InlineData("a.SetTag(\"retry.token\", count);")]
    public Task Sensitive_tags(string statement) =>
        Verify.Analyzer("SKY4007", Usings + "record User(string Email); class C { static string Hash(string s) => s; void M(Activity a, User user, string password, string value, string nextToken, int count) { " + statement + " } }", ObservabilityRefs.All);

    [Theory]
    [InlineData("a.SetTag(\"x\", value).SetTag(\"y\", password);", "a.SetTag(\"x\", value);")]
    [InlineData("a.SetTag(\"y\", password).SetTag(\"x\", value);", "a.SetTag(\"x\", value);")]
    [InlineData("a?.SetTag(\"x\", value)?.SetTag(\"z\", 1).SetTag(\"y\", password);", "a?.SetTag(\"x\", value)?.SetTag(\"z\", 1);")]
    public Task Sensitive_links_are_taken_out(string before, string after)
    {
        const string Frame = Usings + "class C { void M(Activity a, string password, string value) { STATEMENT } }";
        return Verify.Fix("SKY4007", Frame.Replace("STATEMENT", before, StringComparison.Ordinal), Frame.Replace("STATEMENT", after, StringComparison.Ordinal), ObservabilityRefs.All);
    }

    [Theory]
    [InlineData("b.SetMinimumLevel([|LogLevel.Trace|]);")]
    [InlineData("Configure(x => x.SetMinimumLevel([|LogLevel.Debug|]));")]
    [InlineData("if (development) b.SetMinimumLevel(LogLevel.Debug);")]
    [InlineData("if (development) Configure(x => x.SetMinimumLevel(LogLevel.Debug));")]
    [InlineData("b.SetMinimumLevel(development ? LogLevel.Debug : LogLevel.Information);")]
    [InlineData("if (!development) return; b.SetMinimumLevel(LogLevel.Debug);")]
    [InlineData("switch (development) { case true: b.SetMinimumLevel(LogLevel.Debug); break; }")]
    [InlineData("b.SetMinimumLevel(LogLevel.Information);")]
    [InlineData("b.SetMinimumLevel(level);")]
    [InlineData("b.SetMinimumLevel(LogLevel.Trace); b.AddOtherLibrary();")]
    [InlineData("Configure(x => x.AddOtherLibrary().SetMinimumLevel(LogLevel.Trace));")]
    [InlineData("\n#if !RELEASE\n b.SetMinimumLevel(LogLevel.Debug);\n#endif\n")]
    [InlineData("\n#if !RELEASE\n#endif\n b.SetMinimumLevel([|LogLevel.Debug|]);\n")]
    public Task Debug_logging(string statement) =>
        Verify.Analyzer("SKY4008", Usings + "class C { static void Configure(Action<ILoggingBuilder> a) { } void M(ILoggingBuilder b, bool development, LogLevel level) { " + statement + " } } static class OtherLibrary { public static ILoggingBuilder AddOtherLibrary(this ILoggingBuilder b) => b; }", ObservabilityRefs.All);

    [Theory]
    [InlineData("var w = [|Stopwatch.StartNew()|]; Work(); logger.LogInformation(\"{T}\", w.Elapsed);")]
    [InlineData("var t = [|Stopwatch.GetTimestamp()|]; try { Work(); } finally { logger.LogInformation(\"{T}\", Stopwatch.GetElapsedTime(t)); }")]
    [InlineData("var w = Stopwatch.StartNew(); Work(); Console.WriteLine(w.Elapsed);")]
    [InlineData("if (logger != null) { var w = Stopwatch.StartNew(); Work(); logger.LogInformation(\"{T}\", w.Elapsed); }")]
    [InlineData("foreach (var x in new[] { 1 }) { var w = Stopwatch.StartNew(); logger.LogInformation(\"{T}\", w.Elapsed); }")]
    [InlineData("var w = Stopwatch.StartNew(); logger.LogInformation(\"x\");")]
    public Task Timed_by_hand(string statement)
    {
        var code = Usings + "class C { static void Work() { } void M(ILogger logger) { " + statement + " } }";
        return Verify.Analyzer("SKY4009", code, ObservabilityRefs.All);
    }

    [Fact]
    public Task Without_the_generator_there_is_no_better_way() =>
        Verify.Silent("SKY4009", Usings + "class C { void M(ILogger logger) { var w = Stopwatch.StartNew(); logger.LogInformation(\"{T}\", w.Elapsed); } }", ObservabilityRefs.Services);
}
