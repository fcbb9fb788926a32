using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.Generator;

/// <summary>Shapes that few interfaces and methods have: each is observed by code that compiles without a warning, or reported.</summary>
public sealed class UnusualShapeTests
{
    private const string Log = "private readonly ILogger _log = null!; ";

    public static TheoryData<string, string> Observed => new()
    {
        { "allows ref struct", "[Observed] public interface I<T> where T : allows ref struct { T M(T x); void N<U>(U x) where U : allows ref struct; U O<U>(scoped U x) where U : struct, allows ref struct; }" },
        { "allows ref struct, partial", "public partial class C<T> where T : allows ref struct { " + Log + "[Observed] public partial U M<U>(U x, int y) where U : notnull, allows ref struct; private U MCore<U>(U x, int y) where U : notnull, allows ref struct => x; }" },
        { "constraints", "public interface IA { } public class B { } [Observed] public interface I<T, U> where T : class?, IA where U : T { V M<V>(V x) where V : unmanaged, IA; V? N<V>(V? x) where V : IA; V? O<V>(V? x) where V : Enum; V? P<V>(V? x) where V : notnull; V? Q<V>(V? x) where V : B; V? R<V>(V? x) where V : unmanaged; V? S<V>(V? x) where V : Delegate; W? X<V, W>(W? x) where V : class where W : V; V? Y<V>(V? x) where V : struct, Enum; List<V?> Z<V>(V?[] x) where V : IA?; }" },
        { "constraints, partial", "public interface IA { } public partial class C<T> where T : class? { " + Log + "[Observed] public partial V? M<V, W>(V? x, W y) where V : class?, IA, new() where W : unmanaged; private V? MCore<V, W>(V? x, W y) where V : class?, IA, new() where W : unmanaged => x; }" },
        { "params spans", "[Observed] public interface I { int M(params Span<int> x); int N(params ReadOnlySpan<string> x); int O(params IEnumerable<int> x); int P(params List<int> x); }" },
        { "params spans, partial", "public partial class C { " + Log + "[Observed] public partial int M(params Span<int> x); private int MCore(Span<int> x) => x.Length; [Observed] public partial int N(params IReadOnlyList<int> x); private int NCore(IReadOnlyList<int> x) => x.Count; }" },
        { "references that escape", "[Observed] public interface I { Span<int> M(ref int x); Span<int> N(Span<int> x); ReadOnlySpan<char> O(in int x, string y); Span<int> P(scoped ref int x); ref int Q(ref int x); ref readonly int R(in int x); ref int S(Span<int> x); }" },
        { "references that escape, partial", "public partial class C { " + Log + "[Observed] public partial Span<int> M(ref int x); private Span<int> MCore(ref int x) => new(ref x); [Observed] public partial ref int N(ref int x); private ref int NCore(ref int x) => ref x; }" },
        { "unscoped references", "[Observed] public interface I { ref int M([System.Diagnostics.CodeAnalysis.UnscopedRef] out int x); Span<int> N([System.Diagnostics.CodeAnalysis.UnscopedRef] out int x); }" },
        { "scoped", "public partial class C { " + Log + "[Observed] public partial int M(scoped Span<int> x, scoped ref int y, scoped in int z); private int MCore(scoped Span<int> x, scoped ref int y, scoped in int z) => 1; }" },
        { "dynamic", "[Observed] public interface I { dynamic M(dynamic x, [Tag(\"y\")] dynamic y); Task<dynamic> N(dynamic? x); void O(ref dynamic x, out dynamic y); Task<List<dynamic>> P(List<dynamic> x); ref dynamic Q(dynamic x); dynamic R { get; set; } dynamic this[dynamic x] { get; set; } Span<int> S(dynamic x); IAsyncEnumerable<dynamic> T(dynamic x); U V<U>(dynamic x, U y); }" },
        { "dynamic, partial", "public partial class C { " + Log + "[Observed] public partial dynamic M(dynamic x, in dynamic y); private dynamic MCore(dynamic x, in dynamic y) => x; [Observed] public partial Task N(dynamic x); private Task NCore(dynamic x) => Task.CompletedTask; }" },
        { "tuples", "[Observed] public interface I { Task<(int Id, string? Name)> M((int A, (string B, int C) D) x); IEnumerable<(int X, int)> N { get; } } public partial class C { " + Log + "[Observed] public partial (int A, int B) M((int C, int D) x); private (int A, int B) MCore((int C, int D) x) => x; }" },
        { "numbered names", "[Observed] public interface I { Task Get(); Task Get(int x); Task Get2(); Task Get(string x); void Get2(int x); Task Get3(); } public partial class C { " + Log + "[Observed] public partial void M(); private void MCore() { } [Observed] public partial void M(int x); private void MCore(int x) { } [Observed] public partial void M2(); private void M2Core() { } }" },
        { "names that differ in case", "[Observed] public interface IOne { void M(); } [Observed] public interface Ione { void M(); } public partial class C { " + Log + "[Observed] public partial void Id(); private void IdCore() { } [Observed] public partial void ID(); private void IDCore() { } }" },
        { "tags of type parameters", "[Observed] public interface I<T> { [LogEvent(1, \"{a} {b} {c}\")] void M<U, V>([Tag(\"a\")] U? a, [Tag(\"b\")] U b, [Tag(\"c\")] T c, [Tag(\"d\")] V? d, [Tag(\"e\")] List<V>? e) where U : struct where V : class; } public class Outer<T> { public enum Kind { A } } [Observed] public interface I2 { void M<T>([Tag(\"a\")] Outer<T>.Kind a, [Tag(\"b\")] Outer<T>.Kind? b, [Tag(\"c\")] Outer<int>.Kind c); }" },
        { "static Core", "public partial class C { " + Log + "[Observed] public partial Task M(int x); private static Task MCore(int x) => Task.CompletedTask; }" },
        { "obsolete", "[Obsolete(\"x\", true)] public class A { } [Obsolete(\"old\", true)] [Observed] public interface I { void M(A x); } [Observed] public interface I2 { [Obsolete(\"x\", true)] Task<int> M(A x); [Obsolete] Task N(); [Obsolete(\"x\", true)] int P { get; set; } [Obsolete(\"x\", true)] event Action E; }" },
        { "obsolete values", "public enum E { A, [Obsolete(\"x\", true)] B, [Obsolete] C } [Observed] public interface I { void M([Tag(\"e\", Metric = true)] E e, [Tag(\"f\")] E? f); }" },
        { "obsolete, partial", "[Obsolete(\"x\", true)] public class A { } public partial class C { " + Log + "[Observed] [Obsolete(\"x\", true)] public partial void M([Tag(\"a\")] A x); [Obsolete] private void MCore(A x) { } }" },
        { "experimental", "[System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")] [Observed] public interface I<T> where T : class { Task M(I<T> x); int P { get; } } [Observed] public interface I2 { [System.Diagnostics.CodeAnalysis.Experimental(\"EXP2\")] Task M(); [System.Diagnostics.CodeAnalysis.Experimental(\"EXP2\")] int P { get; } }" },
        { "default members", "public interface IBase { void M() { } int P { get => 1; } void N(); } [Observed] public interface I : IBase { void IBase.N() { } int Q { get => 2; private set { } } event Action E { add { } remove { } } private void Hidden() { } static int S { get; set; } static virtual int V() => 1; const int C = 1; class Nested { } }" },
        { "constructed bases", "public interface IBase<T> { Task<T> Get(T x); T this[int i] { get; } } [Observed] public interface I : IBase<int>, IBase<string?>, IEnumerable<int>, IAsyncDisposable { }" },
        { "names", "namespace N.System { [Observed] public interface I名前<@in, @class> where @in : class { Task<@in> Größe(@class @async, int @await, int field, int value, int result, int call, int exception, int _inner, int _logger, int @partial, int @record, int _); @class this[@in index] { get; set; } } }" },
        { "two namespaces", "namespace A { [Observed] public interface IOne { void M(); } } namespace B { [Observed] public interface IOne { void M(); } namespace A { [Observed] public interface IOne { void M(); } } }" },
        { "nested generics", "public partial class Outer<T> where T : class, new() { public interface IOut<V> { } public partial class Middle<U> where U : IOut<T> { [Observed] public interface I<V> where V : U { T M(U x, V y); } public partial class C { " + Log + "[Observed] public partial Task<T> M(U x); private Task<T> MCore(U x) => null!; } } }" },
        { "long names", "namespace A { [Observed] public interface I" + new string('x', 300) + " { void M(); } public partial class C { " + Log + "[Observed] public partial void " + new string('m', 300) + "(); private void " + new string('m', 300) + "Core() { } } }" },
        { "readonly structs", "public readonly partial struct S { private static readonly ILogger s_log = null!; [Observed] public readonly partial int M(); private readonly int MCore() => 1; [Observed] public partial int N(); private int NCore() => 1; } public partial record struct R(ILogger Logger) { [Observed] public partial int M(); private int MCore() => 1; }" },
        { "interfaces that hold code", "public partial interface I { private static readonly ILogger s_log = null!; [Observed] public static partial int M(int x); private static int MCore(int x) => x; }" },
        { "modifiers", "public abstract class A { public abstract Task M(); } public partial class C : A { " + Log + "[Observed] public sealed override partial Task M(); private Task MCore() => Task.CompletedTask; [Observed] partial void Old(); private void OldCore() { } [Observed] protected internal virtual partial int V(int x = 5); private int VCore(int x) => x; } public partial class D : C { [Observed] public new partial int V(int x); private int VCore(int x) => x; private static readonly ILogger s_log = null!; }" },
        { "extension methods", "public static partial class C { [Observed] public static partial int M<T>(this T x, ILogger log) where T : notnull; private static int MCore<T>(T x, ILogger log) where T : notnull => 1; [Observed] public static partial int N(this in int x, ILogger log); private static int NCore(in int x, ILogger log) => 1; [Observed] public static partial int O(this ref int x, ILogger log); private static int OCore(ref int x, ILogger log) => 1; }" },
        { "caller information", "[Observed] public interface I { void M(int x, [System.Runtime.CompilerServices.CallerMemberName] string? caller = null, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0); } static class S { static void R(I i) => i.M(1); }" },
        { "numeric interfaces", "[Observed] public interface I<TSelf> where TSelf : I<TSelf> { TSelf M(nint x, nuint y, Half z, Int128 a); }" },
        { "value types", "[Observed] public interface I { void M([Tag(\"a\")] nint a, [Tag(\"b\")] decimal? b, [Tag(\"c\")] DateOnly c, [Tag(\"d\")] char d, [Tag(\"e\")] (int, int)? e, [Tag(\"f\")] object? f, [Tag(\"g\")] Uri? g, [Tag(\"h\")] in Guid h, [Tag(\"i\")] ref int i); }" },
        { "parameters of primary constructors", "public partial record R(ILogger<R> Log, int X) { [Observed] public partial int M(); private int MCore() => X; } public partial class C(ILogger log) { [Observed] public partial int M(int log2); private int MCore(int log2) => log2; public partial class D(ILogger<D> log) { [Observed] public partial int M(); private int MCore() { log.LogInformation(\"x\"); return 1; } } public ILogger L => log; }" },
        { "a parameter that hides the logger", "public partial class C(ILogger log) { [Observed] public partial int M(int log); private int MCore(int log) => log; public ILogger L => log; }" },
        { "field keyword", "[Observed] public interface I { int field { get; set; } int M(int field); int this[int field] { get; set; } }" },
        { "partial events and constructors beside it", "public partial class C { " + Log + "public partial C(); public partial C() { } public partial event Action E; public partial event Action E { add { } remove { } } [Observed] public partial int M(); private int MCore() => 1; }" },
        { "an extension block beside it", "public static partial class C { extension(string s) { public int Twice() => s.Length * 2; } private static readonly ILogger s_log = null!; [Observed] public static partial int M(string s); private static int MCore(string s) => s.Twice(); }" },
    };

    [Theory]
    [MemberData(nameof(Observed))]
    public async Task IsObserved(string shape, string source)
    {
        var run = GeneratorRun.From(source).Compiles();
        Assert.True(run.Files.Count > 1, shape);
        Assert.DoesNotContain(await run.Diagnostics(), d => d.Severity >= DiagnosticSeverity.Warning);
    }

    public static TheoryData<string, string> Reported => new()
    {
        { "pointers", "[Observed] public unsafe interface I { int*[] M(); }" },
        { "pointers in", "[Observed] public unsafe interface I { void M(delegate*<int, void>[] x); }" },
        { "pointer property", "[Observed] public unsafe interface I { int* P { get; } }" },
        { "pointer indexer", "[Observed] public unsafe interface I { int this[int* x] { get; } }" },
        { "static abstract operator", "[Observed] public interface I<T> where T : I<T> { static abstract T operator +(T x, T y); void M(); }" },
        { "inherited static abstract operator", "[Observed] public interface I<T> : System.Numerics.IAdditionOperators<T, T, T> where T : I<T> { void M(); }" },
        { "static abstract property", "[Observed] public interface I { static abstract int P { get; } }" },
        { "protected member", "[Observed] public interface I { protected void M(); }" },
        { "variable arguments", "[Observed] public interface I { void M(__arglist); }" },
        { "type parameters of one name", "#pragma warning disable CS0693\npublic class Outer<T> { [Observed] public interface I<T> { void M(T x); } }" },
        { "an awaitable by inheritance", "public class Soon : Task { public Soon() : base(() => { }) { } } [Observed] public interface I { Soon M(); }" },
        { "an awaitable by constraint", "[Observed] public interface I { T M<T>() where T : Task; }" },
        { "a tag that may be a ref struct", "[Observed] public interface I { void M<T>([Tag(\"x\")] T x) where T : allows ref struct; }" },
        { "a decorator's name that is taken", "[Observed] public interface IOne { void M(); } public class ObservedOne { }" },
        { "a decorator's name that is taken by another", "[Observed] public interface IOne { void M(); } public class One { [Observed] public interface I { void M(); } } [Observed] public interface One2 { } [Observed] public interface IOne2 { }" },
        { "the attribute on two parts", "[Observed] public partial interface I { void M(); } [Observed] public partial interface I { void N(); } public partial class C { " + Log + "[Observed] [ObservedLambda] public partial void M(); private void MCore() { } }" },
        { "both attributes", "public partial class C { " + Log + "[Observed] [ObservedLambda] public partial void M(); private void MCore() { } }" },
        { "Core of another type", "public partial class C { " + Log + "[Observed] public partial Task M(); private ValueTask MCore() => default; }" },
        { "Core that returns nothing", "public partial class C { " + Log + "[Observed] public partial int M(); private void MCore() { } }" },
        { "Core that is async and returns nothing", "public partial class C { " + Log + "[Observed] public partial void M(); private async void MCore() { await Task.Yield(); } }" },
        { "dynamic by reference", "public partial class C { " + Log + "[Observed] public partial int M(ref dynamic x); private int MCore(ref dynamic x) => 1; }" },
        { "a method of an interface that is not observed", "public interface I { [Observed] void M(); }" },
        { "a static method of an interface", "[Observed] public interface I { [Observed] static int M() => 1; }" },
        { "ref struct", "public ref partial struct S { [Observed] public partial int M(ILogger log); private int MCore(ILogger log) => 1; }" },
        { "file-local", "file partial class C { " + Log + "[Observed] public partial int M(); private int MCore() => 1; }" },
        { "extension block", "public static partial class C { extension(string s) { [Observed] public int M(ILogger log) => 1; } }" },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    public async Task IsReported(string shape, string source)
    {
        var run = GeneratorRun.From(source);
        var found = await run.Diagnostics();
        Assert.True(found.Any(d => d.Severity == DiagnosticSeverity.Error && d.Id.StartsWith("SKY9", StringComparison.Ordinal)), shape);

        // What remains is what the source cannot do without its other half, and never an error in what was written.
        Assert.DoesNotContain(run.Output.GetDiagnostics(), d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree?.FilePath != "Source.cs");
    }
}
