using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.Generator;

/// <summary>Every shape compiles without a warning, on every framework and C# version that it can be written in.</summary>
public sealed class ShapeTests
{
    /// <summary>What C# 7.3 can say.</summary>
    private const string Plain = """
        [assembly: Skylint.Observability.Observability(Service = "orders", SuccessLogRatio = 0.05)]
        public enum Tier { Free, Pro, Gold = Pro }
        [Flags] public enum Marks { None = 0, A = 1, B = 2 }
        namespace Shop.@event
        {
            public sealed class Order { }
            [Observed]
            public interface IOrderService : IDisposable
            {
                [LogEvent(1001, "Order {orderId} placed for {total,10:0.00} by {tier} {{literally}}")]
                Task<Order> PlaceAsync([Tag("order.tier", Metric = true)] Tier tier, [Tag("order.id")] string orderId, [Sensitive] string email, decimal total, CancellationToken ct = default(CancellationToken));
                Task RunAsync();
                ValueTask Value();
                ValueTask<int> Value([Tag("n")] int n, [Tag("flag", Metric = true)] bool? flag, [Tag("channel", Metric = true, Values = new[] { "web", "app" })] string channel, [Tag("store", Metric = true, MaxValues = 20)] string store);
                IAsyncEnumerable<Order> StreamAsync([Tag("page")] int? page, CancellationToken ct);
                int Sync(ref int a, out string b, in long c, params string[] rest);
                void Nothing([Tag("when")] DateTime when, [Tag("id")] Guid id, [Tag("marks")] Marks marks, [Tag("tier")] Tier? tier);
                ref int Reference(int[] values);
                ref readonly int ReadOnlyReference(int[] values);
                T Generic<T>(T value, [Tag("key")] T key) where T : class, IComparable<T>, new();
                Task<TOut> Convert<TIn, TOut>(TIn call, TOut result, Exception exception) where TIn : struct where TOut : class;
                int @class(int @for, string @event, [Tag("in")] int @in);
                [NotObserved] int Ping(int x);
                string Name { get; set; }
                int ReadOnly { get; }
                int WriteOnly { set; }
                int this[int index, string key] { get; set; }
                event EventHandler Changed;
                [Obsolete("old")] Task Old();
                (int Id, string Name) Tuple((int A, int B) pair);
                dynamic Dynamic(object value);
            }
            [Observed]
            internal interface IRepository<T, in TKey> where T : class where TKey : struct
            {
                Task<T> FindAsync([Tag("key")] TKey key);
                void Add(T item);
            }
            public static class Outer<TOuter> where TOuter : new()
            {
                [Observed]
                public interface INested { Task<TOuter> Get(TOuter value); }
            }
            public interface IBase { Task Same(); int Common { get; } }
            public interface IOther { Task Same(); int Common { get; } }
            [Observed] public interface IDiamond : IBase, IOther { new Task Same(); }
        }
        [Observed] public interface IGlobal { Task Run(); }
        """;

    /// <summary>What needs nullable annotations, default members, static members and the like.</summary>
    private const string Modern = """
        #nullable enable
        using System.Diagnostics.CodeAnalysis;
        namespace Shop.Modern;
        public record Order(string Id);
        [Observed(Kind = ActivityKind.Client)]
        public interface IModern
        {
            bool TryGet(string key, [NotNullWhen(true)] out string? value);
            [return: NotNullIfNotNull("value")] string? Echo(string? value);
            T? Maybe<T>(T? value);
            T? MaybeClass<T>(T? value) where T : class;
            T? MaybeStruct<T>(T? value) where T : struct;
            Task<List<string?>?> Lists(Dictionary<string, Order?>? map);
            int Sum(ReadOnlySpan<int> values);
            int Scoped(scoped Span<byte> values, scoped ref int x);
            int Defaulted(int x) => x + 1;
            sealed int Sealed() => 1;
            static int Static() => 1;
            T NotNull<T>(T value) where T : notnull;
            T Unmanaged<T>(T value) where T : unmanaged;
            nint Native(nuint value);
            Order? Tagged([Tag("a")] string? a, [Tag("b")] Order? b, [Tag("c")] int[]? c);
            IAsyncEnumerable<Order> All(CancellationToken ct = default);
        }
        public partial class Worker<T>(ILogger<Worker<T>> logger) where T : class
        {
            public ILogger Log => logger;
            [Observed(Kind = ActivityKind.Consumer, Name = "worker.handle")]
            [LogEvent(7, "Handled {id}")]
            public partial Task HandleAsync([Tag("message.id")] string id, T? item, CancellationToken ct);
            private Task HandleAsyncCore(string id, T? item, CancellationToken ct) => Task.CompletedTask;
            [Observed] public partial Task HandleAsync(int id);
            private async Task HandleAsyncCore(int id) => await Task.Yield();
            [Observed] internal partial int Count<TItem>(IEnumerable<TItem> items, out int more) where TItem : notnull;
            private int CountCore<TItem>(IEnumerable<TItem> items, out int more) where TItem : notnull { more = 1; return 2; }
            [Observed] private partial void Quiet();
            private void QuietCore() { }
            [Observed] protected virtual partial ValueTask<int> Virtual(params int[] values);
            private ValueTask<int> VirtualCore(int[] values) => new(values.Length);
            [Observed] public static partial IAsyncEnumerable<int> Numbers(ILogger log, CancellationToken ct);
            private static async IAsyncEnumerable<int> NumbersCore(ILogger log, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct) { await Task.Yield(); yield return 1; }
            public partial record struct Inner
            {
                [Observed] public partial string Describe();
                private string DescribeCore() => "";
            }
        }
        public static partial class Extensions
        {
            private static readonly ILogger s_log = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
            [Observed] public static partial Task<int> Measure(this string text, in int times, ref readonly int more);
            private static Task<int> MeasureCore(string text, in int times, ref readonly int more) => Task.FromResult(text.Length * times);
        }
        """;

    public static TheoryData<string> PlainTargets => new("net8.0 C# 7.3", "net8.0 C# 8.0", "net8.0 C# 9.0", "net8.0 C# 12.0", "net10.0", "netstandard2.0 C# 7.3", "netstandard2.0 C# 8.0");

    [Theory]
    [MemberData(nameof(PlainTargets))]
    public void PlainShapes(string target) => GeneratorRun.From(Plain, Parse(target)).Compiles();

    [Theory]
    [InlineData("net8.0 C# 12.0")]
    [InlineData("net10.0")]
    public void NullableShapesWithoutNullable(string target) => GeneratorRun.From(Plain, Parse(target), nullable: false).Compiles();

    [Theory]
    [InlineData("net8.0 C# 12.0")]
    [InlineData("net8.0 C# 13.0")]
    [InlineData("net10.0")]
    public void ModernShapes(string target)
    {
        var generated = GeneratorRun.From(Modern, Parse(target)).Compiles();
        Assert.Equal(9, generated.Files.Keys.Count(k => k.StartsWith("Shop.Modern", StringComparison.Ordinal)));
    }

    [Fact]
    public void ProgramsDeclareTheirService()
    {
        var generated = GeneratorRun.From("[assembly: Observability(Service = \"orders\")]\npublic static class Program { public static void Main() { } }", kind: OutputKind.ConsoleApplication).Compiles();
        Assert.Contains("DeclareService(\"orders\", true)", generated.Files["Telemetry.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsWrittenWithoutTheLibrary()
    {
        var bare = Target.Net10 with { References = [.. Target.Net10.References.Where(r => !r.Display!.EndsWith("Skylint.Observability.dll", StringComparison.Ordinal))] };
        var compilation = CSharpCompilation.Create("Bare", [CSharpSyntaxTree.ParseText("class C { }")], bare.References);
        var driver = CSharpGeneratorDriver.Create(new Skylint.Observability.Generator.ObservabilityGenerator()).RunGenerators(compilation);
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    private static Target Parse(string text)
    {
        var target = text.Split(' ')[0] switch { "net8.0" => Target.Net8, "netstandard2.0" => Target.NetStandard, _ => Target.Net10 };
        return text.Contains("C#", StringComparison.Ordinal) && LanguageVersionFacts.TryParse(text.Split(' ')[2], out var version) ? target.On(version) : target;
    }
}
