using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Required tags: where a tag may stand, how keys compare, and that an app is told once.</summary>
public sealed class TaggingTests
{
    private const string Rule = "SKY1006";
    private const string AllTags = "foreach (var key in new[] { \"business-unit\", \"team\", \"environment\", \"service\", \"cost-center\" }) { Amazon.CDK.Tags.Of({0}).Add(key, \"x\"); }";

    private static string App(string statements, string types = "") => $$"""
        using Amazon.CDK;
        using Amazon.CDK.AWS.S3;
        using Constructs;

        static class Program
        {
            static void Main()
            {
                {{statements}}
                app.Synth();
            }
        }

        {{types}}
        """;

    private static string On(string scope) => AllTags.Replace("{0}", scope, StringComparison.Ordinal);

    private const string MyStack = "class MyStack : Stack { public MyStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props) { new Bucket(this, \"A\"); new Bucket(this, \"B\"); } }";

    [Fact]
    public Task An_untagged_app_is_told_once() => Verify.Analyzer(Rule, App("var app = [|new App|](); new MyStack(app, \"S\"); new MyStack(app, \"T\");", MyStack), Refs.Cdk);

    [Fact]
    public async Task The_message_lists_what_is_missing()
    {
        var source = App("var app = new App(); Tags.Of(app).Add(\"Team\", \"a\"); Tags.Of(app).Add(\"acme:cost_center\", \"1\"); Tags.Of(app).Add(\"BusinessUnit\", \"b\");");
        var diagnostic = Assert.Single(await Verify.Diagnostics(source, Refs.Cdk, [Rule]));
        Assert.Contains("lack the tags environment, service;", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task An_app_that_is_not_synthesized_is_silent() => Verify.Silent(Rule, App("var app = new App();").Replace("app.Synth();", "", StringComparison.Ordinal), Refs.Cdk);

    public static TheoryData<string, string> Tagged => new()
    {
        { "var app = new App(); " + On("app"), "" },
        { "var app = new App(); var stack = new MyStack(app, \"S\"); " + On("stack"), MyStack },
        { "var app = new App(); new MyStack(app, \"S\", new StackProps { Tags = new Dictionary<string, string> { [\"business-unit\"] = \"b\", [\"team\"] = \"t\", [\"environment\"] = \"e\", [\"service\"] = \"s\", [\"cost-center\"] = \"c\" } });", MyStack },
        { "var app = new App(); new Tagging(app, \"S\");", "class Tagging : Stack { public Tagging(Construct scope, string id) : base(scope, id) { " + On("this") + " } }" },
        // Tags that come from elsewhere cannot be told.
        { "var app = new App(); foreach (var tag in File.ReadAllLines(\"tags.txt\")) { Tags.Of(app).Add(tag, \"x\"); }", "" },
        { "var app = new App(); Apply(app); void Apply(IConstruct c) { " + On("c") + " }", "" },
    };

    [Theory]
    [MemberData(nameof(Tagged))]
    public Task A_tagged_app_is_silent(string statements, string types) => Verify.Silent(Rule, App(statements, types), Refs.Cdk);

    [Fact]
    public Task A_stack_without_the_tags_of_the_others_is_told() => Verify.Analyzer(
        Rule,
        App("var app = [|new App|](); var stack = new MyStack(app, \"S\"); " + On("stack") + " new Plain(app, \"P\");", MyStack + " class Plain : Stack { public Plain(Construct scope, string id) : base(scope, id) { } }"),
        Refs.Cdk);

    [Fact]
    public Task The_list_is_configurable() => Verify.Silent(
        Rule,
        App("var app = new App(); Tags.Of(app).Add(\"owner\", \"a\");"),
        new Setup(Refs.Cdk).WithConfig("skylint.SKY1006.required_tags", "owner"));

    [Fact]
    public Task An_empty_list_asks_for_nothing() => Verify.Silent(Rule, App("var app = new App();"), new Setup(Refs.Cdk).WithConfig("skylint.SKY1006.required_tags", ""));
}
