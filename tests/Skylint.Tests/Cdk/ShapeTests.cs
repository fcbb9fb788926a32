using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>
/// The ways in which people write a property, each with the three outcomes: the property is wrong (reported), right (silent), or not told
/// by the code (silent). The rule is bucket TLS; what is tested is the resolver.
/// </summary>
public sealed class ShapeTests
{
    private const string Rule = "SKY1002";

    /// <summary>Statements in the constructor of a stack, with members beside it and types in the file; <c>{V}</c> is the value's place.</summary>
    public static TheoryData<string, string, string, string> Shapes => new()
    {
        // name, statements, members of the stack, other types
        { "inline initialiser", "new Bucket(this, \"B\", new BucketProps { EnforceSSL = {V} });", "", "" },
        { "local props", "var props = new BucketProps { EnforceSSL = {V} }; new Bucket(this, \"B\", props);", "", "" },
        { "target-typed local", "BucketProps props = new() { EnforceSSL = {V} }; new Bucket(this, \"B\", props);", "", "" },
        { "later assignment", "var props = new BucketProps(); props.EnforceSSL = {V}; new Bucket(this, \"B\", props);", "", "" },
        { "assignment over an earlier value", "var props = new BucketProps { EnforceSSL = !{V} }; props.EnforceSSL = {V}; new Bucket(this, \"B\", props);", "", "" },
        { "named argument", "new Bucket(this, id: \"B\", props: new BucketProps { EnforceSSL = {V} });", "", "" },
        { "both branches", "var props = new BucketProps(); if (id == \"x\") { props.EnforceSSL = {V}; } else { props.EnforceSSL = {V}; } new Bucket(this, \"B\", props);", "", "" },
        { "ternary", "new Bucket(this, \"B\", new BucketProps { EnforceSSL = id == \"x\" ? {V} : {V} });", "", "" },
        { "ternary of props", "new Bucket(this, \"B\", id == \"x\" ? new BucketProps { EnforceSSL = {V} } : new BucketProps { EnforceSSL = {V}, Versioned = true });", "", "" },
        { "null coalescing", "bool? given = null; new Bucket(this, \"B\", new BucketProps { EnforceSSL = given ?? {V} });", "", "" },
        { "coalescing assignment", "BucketProps? props = null; props ??= new BucketProps { EnforceSSL = {V} }; new Bucket(this, \"B\", props);", "", "" },
        { "switch expression", "new Bucket(this, \"B\", new BucketProps { EnforceSSL = id switch { \"a\" => {V}, _ => {V} } });", "", "" },
        { "switch statement", "var ssl = true; switch (id) { case \"a\": ssl = {V}; break; default: ssl = {V}; break; } new Bucket(this, \"B\", new BucketProps { EnforceSSL = ssl });", "", "" },
        { "constant", "const bool Ssl = {V}; new Bucket(this, \"B\", new BucketProps { EnforceSSL = Ssl });", "", "" },
        { "constant of another class", "new Bucket(this, \"B\", new BucketProps { EnforceSSL = Policy.Ssl });", "", "static class Policy { public const bool Ssl = {V}; }" },
        { "static readonly field", "new Bucket(this, \"B\", new BucketProps { EnforceSSL = Policy.Ssl });", "", "static class Policy { public static readonly bool Ssl = {V}; }" },
        { "static property", "new Bucket(this, \"B\", new BucketProps { EnforceSSL = Policy.Ssl });", "", "static class Policy { public static bool Ssl => {V}; }" },
        { "shared props in a static field", "new Bucket(this, \"B\", s_props);", "static readonly BucketProps s_props = new BucketProps { EnforceSSL = {V} };", "" },
        { "instance field", "new Bucket(this, \"B\", new BucketProps { EnforceSSL = _ssl });", "readonly bool _ssl = {V};", "" },
        { "helper method", "new Bucket(this, \"B\", Props());", "static BucketProps Props() { return new BucketProps { EnforceSSL = {V} }; }", "" },
        { "helper with parameter", "new Bucket(this, \"B\", Props({V}));", "static BucketProps Props(bool ssl) => new BucketProps { EnforceSSL = ssl };", "" },
        { "helper with named argument", "new Bucket(this, \"B\", Props(versioned: true, ssl: {V}));", "static BucketProps Props(bool ssl, bool versioned) => new BucketProps { EnforceSSL = ssl, Versioned = versioned };", "" },
        { "helper with a default", "new Bucket(this, \"B\", Props());", "static BucketProps Props(bool ssl = {V}) => new BucketProps { EnforceSSL = ssl };", "" },
        { "helper with early return", "new Bucket(this, \"B\", Props({V}));", "static BucketProps Props(bool ssl) { if (ssl) return new BucketProps { EnforceSSL = true }; return new BucketProps(); }", "" },
        { "helper in another class", "new Bucket(this, \"B\", Factory.Props());", "", "static class Factory { public static BucketProps Props() => new BucketProps { EnforceSSL = {V} }; }" },
        { "helper of a helper", "new Bucket(this, \"B\", Outer());", "static BucketProps Outer() => Inner({V}); static BucketProps Inner(bool ssl) { var p = new BucketProps(); p.EnforceSSL = ssl; return p; }", "" },
        { "local function", "new Bucket(this, \"B\", Props({V})); static BucketProps Props(bool ssl) => new BucketProps { EnforceSSL = ssl };", "", "" },
        { "lambda", "Func<bool, BucketProps> make = ssl => new BucketProps { EnforceSSL = ssl }; new Bucket(this, \"B\", make({V}));", "", "" },
        { "extension method", "new Bucket(this, \"B\", new BucketProps { Versioned = true }.WithSsl({V}));", "", "static class Extensions { public static BucketProps WithSsl(this BucketProps props, bool ssl) { props.EnforceSSL = ssl; return props; } }" },
        { "mutating helper", "var props = new BucketProps(); Harden(props); new Bucket(this, \"B\", props);", "static void Harden(BucketProps props) { props.EnforceSSL = {V}; }", "" },
        { "factory of the construct", "Make({V});", "Bucket Make(bool ssl) => new Bucket(this, \"B\", new BucketProps { EnforceSSL = ssl });", "" },
        { "private method with visible callers", "Make(\"A\", {V}); Make(\"B\", {V});", "void Make(string name, bool ssl) { new Bucket(this, name, new BucketProps { EnforceSSL = ssl }); }", "" },
        { "loop", "foreach (var name in new[] { \"a\", \"b\" }) { new Bucket(this, name, new BucketProps { EnforceSSL = {V} }); }", "", "" },
        { "loop over values", "foreach (var ssl in new[] { {V}, {V} }) { new Bucket(this, \"b\", new BucketProps { EnforceSSL = ssl }); }", "", "" },
        { "LINQ", "var buckets = new[] { \"a\", \"b\" }.Select(n => new Bucket(this, n, new BucketProps { EnforceSSL = {V} })).ToList();", "", "" },
        { "captured local", "var ssl = {V}; var buckets = new[] { \"a\", \"b\" }.Select(n => new Bucket(this, n, new BucketProps { EnforceSSL = ssl })).ToArray();", "", "" },
        { "list of configurations", "foreach (var c in new List<Config> { new Config { Name = \"a\", Ssl = {V} } }) { new Bucket(this, c.Name, new BucketProps { EnforceSSL = c.Ssl }); }", "", "class Config { public string Name { get; set; } = \"\"; public bool Ssl { get; set; } }" },
        { "configuration object", "var config = new Config { Ssl = {V} }; new Bucket(this, \"B\", new BucketProps { EnforceSSL = config.Ssl });", "", "class Config { public bool Ssl { get; set; } }" },
        { "configuration default", "var config = new Config(); new Bucket(this, \"B\", new BucketProps { EnforceSSL = config.Ssl });", "", "class Config { public bool Ssl { get; set; } = {V}; }" },
        { "configuration constructor", "var config = new Config({V}); new Bucket(this, \"B\", new BucketProps { EnforceSSL = config.Ssl });", "", "class Config { public Config(bool ssl) { Ssl = ssl; } public bool Ssl { get; } }" },
        { "configuration record", "var config = new Config(\"x\", {V}); new Bucket(this, \"B\", new BucketProps { EnforceSSL = config.Ssl });", "", "record Config(string Name, bool Ssl);" },
        { "record with", "var config = new Config(\"x\", !{V}) with { Ssl = {V} }; new Bucket(this, \"B\", new BucketProps { EnforceSSL = config.Ssl });", "", "record Config(string Name, bool Ssl);" },
        { "tuple of statements with try", "var props = new BucketProps(); try { props.EnforceSSL = {V}; } finally { props.Versioned = true; } new Bucket(this, \"B\", props);", "", "" },
        { "negated flag", "var insecure = !{V}; new Bucket(this, \"B\", new BucketProps { EnforceSSL = !insecure });", "", "" },
        { "wrapper construct", "new Wrapper(this, \"W\", {V});", "", "class Wrapper : Construct { internal Wrapper(Construct scope, string id, bool ssl) : base(scope, id) { new Bucket(this, \"B\", new BucketProps { EnforceSSL = ssl }); } }" },
        { "wrapper with settings", "new Wrapper(this, \"W\", new Settings { Ssl = {V} });", "", "class Settings { public bool Ssl { get; set; } } class Wrapper : Construct { internal Wrapper(Construct scope, string id, Settings settings) : base(scope, id) { new Bucket(this, \"B\", new BucketProps { EnforceSSL = settings.Ssl }); } }" },
        { "subclass", "new Safe(this, \"B\");", "", "class Safe : Bucket { internal Safe(Construct scope, string id) : base(scope, id, new BucketProps { EnforceSSL = {V} }) { } }" },
        { "subclass with parameter", "new Safe(this, \"B\", {V});", "", "class Safe : Bucket { internal Safe(Construct scope, string id, bool ssl) : base(scope, id, new BucketProps { EnforceSSL = ssl }) { } }" },
        { "field set in the constructor", "_props = new BucketProps { EnforceSSL = {V} }; new Bucket(this, \"B\", _props);", "readonly BucketProps _props;", "" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Wrong_is_reported(string name, string statements, string members, string types)
    {
        var diagnostics = await Verify.Diagnostics(Source(statements, members, types, "false"), SetupOf(), [Rule]);
        Assert.True(diagnostics.Length == 1, $"{name}: {diagnostics.Length} diagnostics");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Right_is_silent(string name, string statements, string members, string types)
    {
        var diagnostics = await Verify.Diagnostics(Source(statements, members, types, "true"), SetupOf(), [Rule]);
        Assert.True(diagnostics.IsEmpty, name);
    }

    /// <summary>The shapes in which a value can be unknown: not a constant, and not a default value, which has to be one.</summary>
    public static IEnumerable<object[]> OpenShapes => ((IEnumerable<object[]>)Shapes).Where(shape => shape[0] is not ("constant" or "constant of another class" or "helper with a default"));

    [Theory]
    [MemberData(nameof(OpenShapes))]
    public async Task Unknown_is_silent(string name, string statements, string members, string types)
    {
        var diagnostics = await Verify.Diagnostics(Source(statements, members, types, "Outside.Value"), SetupOf(), [Rule]);
        Assert.True(diagnostics.IsEmpty, name);
    }

    private static Setup SetupOf() => new(Refs.Cdk) { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication };

    private static string Source(string statements, string members, string types, string value) => $$"""
        using Amazon.CDK;
        using Amazon.CDK.AWS.S3;
        using Constructs;

        static class Program
        {
            static void Main() => new Demo(new App(), System.Environment.MachineName);
        }

        static class Outside
        {
            public static bool Value => System.Environment.MachineName.Length > 3;
        }

        class Demo : Amazon.CDK.Stack
        {
            {{members.Replace("{V}", value)}}

            internal Demo(Construct scope, string id) : base(scope, id)
            {
                {{statements.Replace("{V}", value)}}
            }
        }

        {{types.Replace("{V}", value)}}
        """;
}
