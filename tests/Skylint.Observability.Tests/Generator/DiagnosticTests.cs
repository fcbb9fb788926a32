using Skylint.Observability.Tests.Support;
using Xunit;
using Descriptors = Skylint.Observability.Generator.Diagnostics;

namespace Skylint.Observability.Tests.Generator;

/// <summary>The generator's own diagnostics: each reported where it belongs, and nothing about code that is right.</summary>
public sealed class DiagnosticTests
{
    private const string Log = "private readonly ILogger _log = null!; ";

    [Theory]
    [InlineData("SKY9001", "public class C { [Observed] private interface INested { void M(); } }", "INested")]
    [InlineData("SKY9001", "[Observed] public interface I { static abstract void M(); }", "I")]
    [InlineData("SKY9001", "[Observed] public interface I { int P { get; init; } }", "P")]
    [InlineData("SKY9001", "public struct Awaiter : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public void GetResult() { } public void OnCompleted(Action a) { } } public class Soon { public Awaiter GetAwaiter() => default; } [Observed] public interface I { Soon M(); }", "M")]
    [InlineData("SKY9001", "[Observed] public interface I { void M([Tag(\"x\")] out int x); }", "x")]
    [InlineData("SKY9001", "[Observed] public interface I { void M([Tag(\"x\")] ReadOnlySpan<char> x); }", "x")]
    [InlineData("SKY9002", "public partial class C { " + Log + "[Observed] public partial Task M(int x); }", "M")]
    [InlineData("SKY9002", "public partial class C { " + Log + "[Observed] public partial Task M(int x); private Task MCore(string x) => null!; }", "M")]
    [InlineData("SKY9002", "public partial class C { " + Log + "[ObservedLambda] public partial Task M(int x); }", "M")]
    [InlineData("SKY9003", "public partial class C { " + Log + "[Observed] public Task M(int x) => Task.CompletedTask; }", "M")]
    [InlineData("SKY9003", "public class C { " + Log + "[Observed] public partial Task M(int x); private Task MCore(int x) => null!; }", "M")]
    [InlineData("SKY9004", "[Observed] public interface I { void M([Tag(\"x\", Metric = true)] string x); }", "x")]
    [InlineData("SKY9004", "[Observed] public interface I { void M([Tag(\"x\", Metric = true)] int x); }", "x")]
    [InlineData("SKY9004", "[Flags] public enum F { A = 1 } [Observed] public interface I { void M([Tag(\"x\", Metric = true)] F x); }", "x")]
    [InlineData("SKY9005", "[Observed] public interface I { void M([Tag(\"x\"), Sensitive] string x); }", "x")]
    [InlineData("SKY9005", "[Observed] public interface I { [LogEvent(1, \"got {x}\")] void M([Sensitive] string x); }", "x")]
    [InlineData("SKY9006", "[Observed] public interface I { [LogEvent(1, \"got {y}\")] void M(string x); }", "M")]
    [InlineData("SKY9006", "[Observed] public interface I { [LogEvent(1, \"got {x\")] void M(string x); }", "M")]
    [InlineData("SKY9006", "[Observed] public interface I { [LogEvent(1, \"got x}\")] void M(string x); }", "M")]
    [InlineData("SKY9006", "[Observed] public interface I { [LogEvent(1, \"got {}\")] void M(string x); }", "M")]
    [InlineData("SKY9007", "[Observed] public interface I { void M([Tag(\"a\")] string x, [Tag(\"a\")] string y); }", "M")]
    [InlineData("SKY9007", "[Observed] public interface I { void M([Tag(\"a\", Metric = true)] bool a, [Tag(\"b\", Metric = true)] bool b, [Tag(\"c\", Metric = true)] bool c, [Tag(\"d\", Metric = true)] bool d, [Tag(\"e\", Metric = true)] bool e, [Tag(\"f\", Metric = true)] bool f, [Tag(\"g\", Metric = true)] bool g); }", "M")]
    [InlineData("SKY9008", "public partial class C { [Observed] public partial Task M(int x); private Task MCore(int x) => Task.CompletedTask; }", "M")]
    [InlineData("SKY9008", "public partial class C { " + Log + "[Observed] public static partial Task M(int x); private static Task MCore(int x) => Task.CompletedTask; }", "M")]
    [InlineData("SKY9009", "[Observed] public interface I { void M([Tag(\"user.email\")] string address); }", "address")]
    [InlineData("SKY9009", "[Observed] public interface I { void M([Tag(\"x\")] string password); }", "password")]
    [InlineData("SKY9010", "[assembly: Observability(SuccessLogRatio = 5)]", "SuccessLogRatio = 5")]
    [InlineData("SKY9010", "[assembly: Observability(Service = \"x\", SuccessLogRatio = -0.1)]", "SuccessLogRatio = -0.1")]
    [InlineData("SKY9011", "[Observed] public interface I { void M(); } public class A : I { public void M() { } } static class S { static void R(Microsoft.Extensions.DependencyInjection.IServiceCollection s) => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<I, A>(s); }", "Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<I, A>(s)")]
    public async Task Reports(string id, string source, string at)
    {
        var found = await GeneratorRun.From(source).Diagnostics();
        var diagnostic = Assert.Single(found, d => d.Id == id);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Single(found);
    }

    [Theory]
    [InlineData("[Observed] public interface I { [LogEvent(1, \"{{x}} {x,-5:N2}\")] void M(decimal x); [NotObserved] void N([Sensitive] string x); }")]
    [InlineData("[Observed] public interface I { void M([Tag(\"count\")] int tokenCount, [Tag(\"page\")] string emailTemplate); }")]
    [InlineData("[Observed] public interface I { void M([Tag(\"a\", Metric = true, Values = new[] { \"x\" })] string a, [Tag(\"b\", Metric = true, MaxValues = 5)] string b, [Tag(\"c\", Metric = true)] DayOfWeek? c, [Tag(\"d\", Metric = true)] bool d); }")]
    [InlineData("public partial class C { " + Log + "[Observed] public partial Task M<T>(List<T> x); private Task MCore<U>(List<U> x) => Task.CompletedTask; }")]
    [InlineData("public partial class C(ILogger<C> log) { [Observed] public partial Task M(); private Task MCore() => Task.CompletedTask; }")]
    [InlineData("public class B { protected ILogger Log { get; } = null!; } public partial class C : B { [Observed] public partial Task M(); private Task MCore() => Task.CompletedTask; }")]
    [InlineData("[assembly: Observability(SuccessLogRatio = 1)]")]
    [InlineData("[assembly: Observability(SuccessLogRatio = 0)]")]
    [InlineData("public class C { public Task M(int x) => Task.CompletedTask; public interface I { void M(string password); } }")]
    [InlineData("[Observed] public interface I { void M(); } public class A : I { public void M() { } } static class S { static void R(Microsoft.Extensions.DependencyInjection.IServiceCollection s) { Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<I, ObservedI>(s); ObservedIRegistration.AddObservedI<A>(s); Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<I>(s, _ => new A()); } }")]
    public async Task Silent(string source) => Assert.Empty(await GeneratorRun.From(source).Compiles().Diagnostics());

    [Theory]
    [InlineData("[Observed] public interface I { void M([Tag(")]
    [InlineData("[Observed] public interface I { void M(Missing x); Missing N(); } [Observed] interface")]
    [InlineData("public partial class C { [Observed] public partial ")]
    [InlineData("[Observed(Name = 5)] public interface I : IMissing<int> { [LogEvent(1)] [LogEvent] void M([Tag] int x, [Tag(null)] int y, [Tag(\"z\", Values = null, Metric = true)] string z); }")]
    [InlineData("[Observed] [ObservedLambda] void Local() { } [assembly: Observability(SuccessLogRatio = \"x\")]")]
    [InlineData("[assembly: Observability(SuccessLogRatio = )]")]
    public async Task BrokenCodeBreaksNothing(string source)
    {
        var run = GeneratorRun.From(source);
        Assert.Null(run.Result.Exception);
        await run.Diagnostics();
    }

    [Fact]
    public void WithAnErrorNothingIsWritten()
    {
        var run = GeneratorRun.From("[Observed] public interface I { void M([Tag(\"x\", Metric = true)] string x); }");
        Assert.Equal(["Telemetry.g.cs"], run.Files.Keys);
    }

    [Theory]
    [InlineData("SKY9002",
        "public partial class C\n{\n    private readonly ILogger _log = null!;\n\n    [Observed]\n    public partial Task<int> M<T>([Tag(\"a\")] int a, in T b) where T : class;\n}\n",
        "public partial class C\n{\n    private readonly ILogger _log = null!;\n\n    [Observed]\n    public partial Task<int> M<T>([Tag(\"a\")] int a, in T b) where T : class;\n\n    private Task<int> MCore<T>(int a, in T b) where T : class => throw new NotImplementedException();\n}\n")]
    [InlineData("SKY9003",
        "public class C\n{\n    private readonly ILogger _log = null!;\n\n    /// <summary>Does it.</summary>\n    [Observed]\n    public async Task M([Tag(\"a\")] int a)\n    {\n        await Task.Delay(a);\n    }\n}\n",
        "public partial class C\n{\n    private readonly ILogger _log = null!;\n\n    /// <summary>Does it.</summary>\n    [Observed]\n    public partial Task M([Tag(\"a\")] int a);\n\n    private async Task MCore(int a)\n    {\n        await Task.Delay(a);\n    }\n}\n")]
    [InlineData("SKY9003",
        "public partial class C\n{\n    private readonly ILogger _log = null!;\n\n    [Observed]\n    public int M(int a) => a;\n}\n",
        "public partial class C\n{\n    private readonly ILogger _log = null!;\n\n    [Observed]\n    public partial int M(int a);\n\n    private int MCore(int a) => a;\n}\n")]
    [InlineData("SKY9004",
        "[Observed]\npublic interface I\n{\n    void M([Tag(\"order.id\", Metric = true)] string id);\n}\n",
        "[Observed]\npublic interface I\n{\n    void M([Tag(\"order.id\")] string id);\n}\n")]
    [InlineData("SKY9005",
        "[Observed]\npublic interface I\n{\n    void M([Tag(\"x\")] [Sensitive] string id);\n}\n",
        "[Observed]\npublic interface I\n{\n    void M([Sensitive] string id);\n}\n")]
    [InlineData("SKY9009",
        "[Observed]\npublic interface I\n{\n    void M([Tag(\"x\")] string password);\n}\n",
        "[Observed]\npublic interface I\n{\n    void M([Sensitive] string password);\n}\n")]
    [InlineData("SKY9011",
        "namespace Shop\n{\n    using Microsoft.Extensions.DependencyInjection;\n    [Observed] public interface IStore { void M(); }\n    public class Store : IStore { public void M() { } }\n    static class S { static void R(IServiceCollection s) { s.AddSingleton<IStore, Store>(); } }\n}\n",
        "namespace Shop\n{\n    using Microsoft.Extensions.DependencyInjection;\n    [Observed] public interface IStore { void M(); }\n    public class Store : IStore { public void M() { } }\n    static class S { static void R(IServiceCollection s) { s.AddObservedStore<Store>(ServiceLifetime.Singleton); } }\n}\n")]
    public async Task TheFixMendsIt(string id, string before, string after)
    {
        Assert.Equal(after, (await Fixes.Apply(id, before))?.Replace("\r", "", StringComparison.Ordinal));
        var run = GeneratorRun.From(after).Compiles();
        Assert.DoesNotContain(await run.Diagnostics(), d => d.Id == id);
    }

    [Fact]
    public void EveryDiagnosticHasItsPlaceInTheGuide()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "observability.md"));
        Assert.Equal(Descriptors.All.Select(d => d.Id), Descriptors.All.Select(d => d.Id).Distinct().Order());
        foreach (var descriptor in Descriptors.All)
        {
            Assert.Contains($"### {descriptor.Id}", guide, StringComparison.Ordinal);
            Assert.EndsWith("#" + descriptor.Id.ToLowerInvariant(), descriptor.HelpLinkUri, StringComparison.Ordinal);
        }
    }
}
