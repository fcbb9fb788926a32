using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>
/// Options that are changed by somebody else than the code around their creation: through another name, a function, a builder, a subclass. What the resolver
/// can follow is judged; all else has to be silent.
/// </summary>
public sealed class SharedObjectTests
{
    private const string Types = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Amazon.CDK;
        using Amazon.CDK.AWS.SQS;
        using Constructs;

        public abstract class Source { public abstract QueueProps Get(); public virtual QueueProps Virtual => new() { EnforceSSL = true }; }
        public sealed class One : Source { public override QueueProps Get() => new() { EnforceSSL = true }; }
        public sealed class Two : Source { public override QueueProps Get() => new() { EnforceSSL = true }; public override QueueProps Virtual => new() { EnforceSSL = true }; }
        public class SafeProps : QueueProps { public SafeProps() { EnforceSSL = true; } }
        public class LateSafeProps : QueueProps { public LateSafeProps() { Init(); } private void Init() { EnforceSSL = true; } }
        public class DerivedSafeProps : SafeProps { public DerivedSafeProps(string name) { QueueName = name; } }
        public class OpenProps : QueueProps { public OpenProps() { EnforceSSL = false; } }
        public class Builder { private readonly QueueProps _props = new(); public Builder Tls(bool on = true) { _props.EnforceSSL = on; return this; } public Builder Nothing() { return this; } public QueueProps Build() => _props; }
        public class Again { private readonly QueueProps _props = new(); public Again Tls(int n) { if (n > 0) return this.Tls(n - 1); _props.EnforceSSL = true; return this; } public QueueProps Build() => _props; }
        public class Chain { public Chain? Next { get; set; } public QueueProps Props { get; } = new(); public void Harden() => Props.EnforceSSL = true; }
        public class Holder<T> where T : new() { public T Item { get; } = new(); public T Changed(Action<T> change) { change(Item); return Item; } }
        public class MadeLater { public QueueProps Props { get; } public MadeLater() { Props = new QueueProps(); Props.EnforceSSL = true; } }
        public class MadeByBase : MadeLater { }
        public class Settings { public QueueProps Queue { get; set; } = new(); }
        public record Wrapped(QueueProps Props);
        public struct Pair { public QueueProps First; public QueueProps Second; }
        public static class Config
        {
            public static readonly QueueProps Tls = new() { EnforceSSL = true };
            public static readonly QueueProps Outside = new();
            public static readonly QueueProps Alone = new();
            public static QueueProps Late;
            static Config() { Late = new() { EnforceSSL = true }; }
            public static event Action<QueueProps>? Hook;
            public static void Raise(QueueProps p) => Hook?.Invoke(p);
            public static void Harden(QueueProps p) => p.EnforceSSL = true;
            public static void HardenAll(params QueueProps[] all) { foreach (var p in all) p.EnforceSSL = true; }
            public static void HardenRef(ref QueueProps p) => p = new() { EnforceSSL = true };
            public static QueueProps With(QueueProps p, bool tls) { p.EnforceSSL = tls; return p; }
            public static QueueProps Default(QueueProps p) { p.EnforceSSL ??= true; return p; }
            public static QueueProps Copy(QueueProps p) => new() { EnforceSSL = p.EnforceSSL, QueueName = p.QueueName };
            public static T Also<T>(this T t, params Action<T>[] actions) { foreach (var action in actions) action(t); return t; }
            public static T When<T>(this T t, Action<T>? action = null) { action?.Invoke(t); return t; }
            public static R Let<T, R>(this T t, Func<T, R> f) => f(t);
            public static void Apply(QueueProps p, Action<QueueProps> action) => action(p);
        }


        """;

    private static string InStack(string statements) => Types + $$"""
        public class Demo : Stack
        {
            private readonly Action<QueueProps> _harden = p => p.EnforceSSL = true;
            private readonly Dictionary<string, QueueProps> _map = new();
            private QueueProps _first = new(), _second = new(), _third = new() { EnforceSSL = true };
            private QueueProps? _none;

            public Demo(Construct scope, string id) : base(scope, id)
            {
                {{statements}}
            }

            private void HardenFirst() { _first.EnforceSSL = true; }
            private static QueueProps Again(int n) => n == 0 ? new QueueProps { EnforceSSL = true } : Again(n - 1);
            private static IEnumerable<QueueProps> Each() { yield return new QueueProps { EnforceSSL = true }; }
            private static T Make<T>(Action<T> change) where T : new() { var t = new T(); change(t); return t; }
            private static (QueueProps, int) Both() => (new QueueProps { EnforceSSL = true }, 1);
        }
        """;

    [Theory]
    // Functions that get the object.
    [InlineData("var p = new QueueProps(); _harden(p); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); _harden.Invoke(p); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); Config.Raise(p); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); Config.Apply(p, static x => x.EnforceSSL = true); new Queue(this, \"Q\", p);")]
    [InlineData("new Queue(this, \"Q\", new QueueProps().Also(p => p.EnforceSSL = true));")]
    [InlineData("new Queue(this, \"Q\", new QueueProps().When(p => p.EnforceSSL = true));")]
    [InlineData("new Queue(this, \"Q\", true.Let(on => new QueueProps { EnforceSSL = on }));")]
    [InlineData("new Queue(this, \"Q\", new Holder<QueueProps>().Changed(p => p.EnforceSSL = true));")]
    [InlineData("new Queue(this, \"Q\", Make<QueueProps>(p => p.EnforceSSL = true));")]
    [InlineData("((Action<QueueProps>)(p => p.EnforceSSL = true))(_second); new Queue(this, \"Q\", _second);")]
    [InlineData("var p = new QueueProps(); foreach (var action in new Action<QueueProps>[] { x => x.EnforceSSL = true }) action(p); new Queue(this, \"Q\", p);")]
    // Functions that have captured it.
    [InlineData("var p = new QueueProps(); Action set = () => p.EnforceSSL = true; set(); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); void Set() { p.EnforceSSL = true; } Set(); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); void Set() => p.EnforceSSL = true; Action later = Set; later(); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); Action create = () => new Queue(this, \"Q\", p); p.EnforceSSL = true; create();")]
    [InlineData("var p = new QueueProps(); Action create = () => { p.EnforceSSL = true; new Queue(this, \"Q\", p); }; create();")]
    // Other names.
    [InlineData("var p = new QueueProps(); var other = p; other.EnforceSSL = true; new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); var all = new[] { p }; all[0].EnforceSSL = true; new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); var all = new List<QueueProps> { p }; all.ForEach(x => x.EnforceSSL = true); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); var both = (p, 1); both.p.EnforceSSL = true; new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); if ((object)p is QueueProps other) other.EnforceSSL = true; new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); var q = new QueueProps(); var one = id == \"x\" ? p : q; one.EnforceSSL = true; new Queue(this, \"P\", p); new Queue(this, \"Q\", q);")]
    [InlineData("dynamic p = new QueueProps(); p.EnforceSSL = true; new Queue(this, \"Q\", (QueueProps)p);")]
    [InlineData("var p = new QueueProps(); typeof(QueueProps).GetProperty(\"EnforceSSL\")!.SetValue(p, true); new Queue(this, \"Q\", p);")]
    [InlineData("typeof(QueueProps).GetProperty(\"EnforceSSL\")!.SetValue(_second, true); new Queue(this, \"Q\", _second);")]
    [InlineData("var p = new QueueProps(); var r = new QueueProps { EnforceSSL = true }; (p, var x) = (r, 1); new Queue(this, \"Q\", p);")]
    // Members and elements.
    [InlineData("var s = new Settings(); var inner = s.Queue; inner.EnforceSSL = true; new Queue(this, \"Q\", s.Queue);")]
    [InlineData("var s = new Settings(); s.Queue.EnforceSSL = true; new Queue(this, \"Q\", s.Queue);")]
    [InlineData("var s = new Settings { Queue = { EnforceSSL = true } }; new Queue(this, \"Q\", s.Queue);")]
    [InlineData("var s = new Settings(); Config.Harden(s.Queue); new Queue(this, \"Q\", s.Queue);")]
    [InlineData("var list = new List<QueueProps> { new(), new() }; list.ForEach(p => p.EnforceSSL = true); foreach (var p in list) new Queue(this, \"Q\" + p.GetHashCode(), p);")]
    [InlineData("var list = new List<QueueProps> { new(), new() }; foreach (var p in list) p.EnforceSSL = true; new Queue(this, \"Q\", list[0]);")]
    [InlineData("var all = new QueueProps[] { new(), new() }; foreach (var p in all) p.EnforceSSL = true; foreach (var p in all) new Queue(this, \"Q\" + p.GetHashCode(), p);")]
    [InlineData("var all = new QueueProps[] { new(), new() }; for (var i = 0; i < all.Length; i++) all[i].EnforceSSL = true; new Queue(this, \"Q\", all[0]);")]
    [InlineData("var p = new QueueProps(); var q = new QueueProps(); Config.HardenAll(p, q); new Queue(this, \"P\", p); new Queue(this, \"Q\", q);")]
    [InlineData("_map[\"a\"] = new QueueProps { EnforceSSL = true }; new Queue(this, \"Q\", _map[\"a\"]); if (_map.TryGetValue(\"a\", out var got)) new Queue(this, \"R\", got);")]
    [InlineData("Pair pair; pair.First = new QueueProps { EnforceSSL = true }; pair.Second = new QueueProps(); pair.Second.EnforceSSL = true; new Queue(this, \"P\", pair.First); new Queue(this, \"Q\", pair.Second);")]
    [InlineData("var w = new Wrapped(new QueueProps { EnforceSSL = true }); new Queue(this, \"P\", w.Props); if (w is { Props: { } inner }) new Queue(this, \"Q\", inner); if (w is Wrapped(var other)) new Queue(this, \"R\", other);")]
    // Fields.
    [InlineData("HardenFirst(); new Queue(this, \"Q\", _first);")]
    [InlineData("var other = _second; other.EnforceSSL = true; new Queue(this, \"Q\", _second);")]
    [InlineData("foreach (var p in new[] { _second }) p.EnforceSSL = true; new Queue(this, \"Q\", _second);")]
    [InlineData("Config.Outside.EnforceSSL = true; new Queue(this, \"Q\", Config.Outside);")]
    [InlineData("new Queue(this, \"P\", Interlocked.Exchange(ref _third, new QueueProps { EnforceSSL = true })); new Queue(this, \"Q\", _none ??= new QueueProps { EnforceSSL = true });")]
    // Classes that make it.
    [InlineData("new Queue(this, \"Q\", new SafeProps());")]
    [InlineData("new Queue(this, \"Q\", new LateSafeProps());")]
    [InlineData("new Queue(this, \"Q\", new DerivedSafeProps(\"name\"));")]
    [InlineData("new Queue(this, \"Q\", new MadeLater().Props);")]
    [InlineData("new Queue(this, \"Q\", new MadeByBase().Props);")]
    [InlineData("new Queue(this, \"Q\", new Builder().Tls().Build());")]
    [InlineData("var b = new Builder(); b.Tls(); new Queue(this, \"Q\", b.Build());")]
    [InlineData("new Queue(this, \"Q\", new Again().Tls(2).Build());")]
    [InlineData("var c = new Chain(); c.Harden(); new Queue(this, \"Q\", c.Props);")]
    [InlineData("var p = new QueueProps(); foreach (var n in new[] { 1, 2 }) { if (n > id.Length) { p.EnforceSSL = true; continue; } Console.WriteLine(n); } new Queue(this, \"Q\", p);")]
    [InlineData("var all = new[] { new QueueProps() }; foreach (var p in all) { if (id.Length > 1) { p.EnforceSSL = true; continue; } p.QueueName = id; } foreach (var p in all) new Queue(this, \"Q\", p);")]
    [InlineData("Source source = id == \"x\" ? new One() : new Two(); new Queue(this, \"P\", source.Get()); new Queue(this, \"Q\", source.Virtual);")]
    [InlineData("new Queue(this, \"Q\", new Lazy<QueueProps>(() => new QueueProps { EnforceSSL = true }).Value);")]
    [InlineData("new Queue(this, \"Q\", Task.FromResult(new QueueProps { EnforceSSL = true }).Result);")]
    [InlineData("new Queue(this, \"Q\", new ConcurrentDictionary<string, QueueProps>().GetOrAdd(\"x\", _ => new QueueProps { EnforceSSL = true }));")]
    [InlineData("new Queue(this, \"P\", Again(3)); new Queue(this, \"Q\", Each().First()); new Queue(this, \"R\", Both().Item1); var (x, _) = Both(); new Queue(this, \"S\", x);")]
    [InlineData("new Queue(this, \"P\", Config.Tls); new Queue(this, \"Q\", Config.Late); new Queue(this, \"R\", new { P = new QueueProps { EnforceSSL = true } }.P);")]
    // Written over what was there.
    [InlineData("var p = new QueueProps(); Config.Harden(p); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); Config.HardenRef(ref p); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); p.EnforceSSL ??= true; new Queue(this, \"Q\", p);")]
    [InlineData("new Queue(this, \"P\", Config.With(new QueueProps(), true)); new Queue(this, \"Q\", Config.Default(new QueueProps())); new Queue(this, \"R\", Config.Copy(new QueueProps { EnforceSSL = true }));")]
    [InlineData("QueueProps? p = null; p = p ?? new QueueProps { EnforceSSL = true }; new Queue(this, \"Q\", p);")]
    public Task Options_that_are_made_safe_elsewhere_are_silent(string statements) => Verify.Silent("SKY1011", InStack(statements), Refs.Cdk);

    [Theory]
    [InlineData("var p = new QueueProps { EnforceSSL = true }; Config.Apply(p, x => x.EnforceSSL = false); new Queue(this, \"Q\", p);")]
    [InlineData("new Queue(this, \"Q\", new QueueProps { EnforceSSL = true }.When(p => p.EnforceSSL = false));")]
    [InlineData("new Queue(this, \"Q\", new QueueProps().When());")]
    [InlineData("new Queue(this, \"Q\", Config.With(new QueueProps { EnforceSSL = true }, false));")]
    [InlineData("var p = new QueueProps { EnforceSSL = true }; void Set() { p.EnforceSSL = false; } Set(); new Queue(this, \"Q\", p);")]
    [InlineData("var list = new List<QueueProps> { new() { EnforceSSL = true } }; list.ForEach(p => p.EnforceSSL = false); foreach (var p in list) new Queue(this, \"Q\", p);")]
    [InlineData("var all = new[] { new QueueProps(), new QueueProps() }; foreach (var p in all) p.QueueName = null; foreach (var p in all) new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); var names = new[] { \"a\" }.Select(n => new Queue(this, n, p)).ToList();")]
    [InlineData("var p = new QueueProps(); Console.WriteLine(p?.QueueName?.Length); if (p is null || p == null) return; ArgumentNullException.ThrowIfNull(p); new Queue(this, \"Q\", p);")]
    [InlineData("var p = new QueueProps(); p.QueueName ??= \"x\"; new Queue(this, \"Q\", p);")]
    [InlineData("new Queue(this, \"Q\", new OpenProps());")]
    [InlineData("new Queue(this, \"Q\", new Builder().Nothing().Build());")]
    [InlineData("new Queue(this, \"Q\", Config.Alone);")]
    [InlineData("new Queue(this, \"Q\", new Settings().Queue);")]
    public async Task Options_that_stay_open_are_reported(string statements)
    {
        var diagnostics = await Verify.Diagnostics(InStack(statements), Refs.Cdk, ["SKY1011"]);
        Assert.Single(diagnostics);
    }

    private static string WithBuckets(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Amazon.CDK;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.S3;
        using Constructs;

        public static class Hardening
        {
            public static PolicyStatement Deny(IBucket bucket) => new(new PolicyStatementProps
            {
                Effect = Effect.DENY, Actions = ["s3:*"], Principals = [new AnyPrincipal()], Resources = [bucket.BucketArn, bucket.ArnForObjects("*")],
                Conditions = new Dictionary<string, object> { ["Bool"] = new Dictionary<string, object> { ["aws:SecureTransport"] = "false" } },
            });
            public static void TlsOn(IBucket bucket) => bucket.AddToResourcePolicy(Deny(bucket));
            public static Bucket Tls(this Bucket bucket) { TlsOn(bucket); return bucket; }
        }

        public class Demo : Stack
        {
            private readonly List<Bucket> _all = new();
            private Bucket _field = null!;
            private Bucket? Maybe { get; }

            public Demo(Construct scope, string id) : base(scope, id)
            {
                {{statements}}
            }

            private void Later() => Hardening.TlsOn(_field);
        }
        """;

    [Theory]
    [InlineData("new Bucket(this, \"B\").Tls();")]
    [InlineData("Bucket Make(string name) => new(this, name); var b = Make(\"B\"); Hardening.TlsOn(b);")]
    [InlineData("_field = new Bucket(this, \"B\"); Later();")]
    [InlineData("var b = new Bucket(this, \"B\"); foreach (var each in new[] { b }) Hardening.TlsOn(each);")]
    [InlineData("_all.Add(new Bucket(this, \"B\")); _all.ForEach(Hardening.TlsOn);")]
    [InlineData("var all = new Dictionary<string, Bucket> { [\"x\"] = new Bucket(this, \"B\") }; foreach (var each in all.Values) Hardening.TlsOn(each);")]
    [InlineData("var all = new List<Bucket> { new Bucket(this, \"B\") }; foreach (var each in all) Hardening.TlsOn(each);")]
    [InlineData("var all = new List<Bucket> { new Bucket(this, \"B\") }; Hardening.TlsOn(all[0]); Hardening.TlsOn(all.First());")]
    [InlineData("var all = new Dictionary<string, Bucket>(); all[\"x\"] = new Bucket(this, \"B\"); foreach (var pair in all) Hardening.TlsOn(pair.Value);")]
    [InlineData("var all = new Dictionary<string, Bucket>(); all.Add(\"x\", new Bucket(this, \"B\")); foreach (var (_, each) in all) Hardening.TlsOn(each);")]
    [InlineData("var all = new Bucket[1]; all[0] = new Bucket(this, \"B\"); foreach (var each in all.Where(x => x != null)) Hardening.TlsOn(each);")]
    [InlineData("var all = new[] { \"x\" }.Select(n => new Bucket(this, n)).ToList(); foreach (var each in all) Hardening.TlsOn(each);")]
    [InlineData("var pair = (First: new Bucket(this, \"B\"), Second: 1); Hardening.TlsOn(pair.First);")]
    [InlineData("Maybe = new Bucket(this, \"B\"); if (Maybe is { } some) Hardening.TlsOn(some);")]
    [InlineData("object o = new Bucket(this, \"B\"); if (o is Bucket some) Hardening.TlsOn(some);")]
    [InlineData("var b = new Bucket(this, \"B\"); Action later = () => Hardening.TlsOn(b); later();")]
    [InlineData("var b = new Bucket(this, \"B\"); var f = (Action<IBucket>)Hardening.TlsOn; f(b);")]
    [InlineData("var b = new Bucket(this, \"B\"); Node.FindAll().OfType<Bucket>().ToList().ForEach(Hardening.TlsOn);")]
    public Task Constructs_that_are_made_safe_elsewhere_are_silent(string statements) => Verify.Silent("SKY1002", WithBuckets(statements), Refs.Cdk);

    [Theory]
    [InlineData("var b = new Bucket(this, \"B\"); if (b is null || !(b is IBucket)) return; Console.WriteLine(b.BucketName);")]
    [InlineData("_all.Add(new Bucket(this, \"B\")); Console.WriteLine(_all.Count); foreach (var each in _all) Console.WriteLine(each.BucketName);")]
    [InlineData("var all = new List<Bucket> { new Bucket(this, \"B\") }; Console.WriteLine(string.Join(\",\", all[0].BucketName));")]
    [InlineData("var b = new Bucket(this, \"B\"); Action later = () => Console.WriteLine(b); later();")]
    [InlineData("var b = new Bucket(this, \"B\"); if (b is { BucketArn: { } arn }) Console.WriteLine(arn);")]
    public async Task Constructs_that_nobody_makes_safe_are_reported(string statements)
    {
        var diagnostics = await Verify.Diagnostics(WithBuckets(statements), Refs.Cdk, ["SKY1002"]);
        Assert.Single(diagnostics);
    }
}
