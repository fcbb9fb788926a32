using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Statements in the constructor of a stack, for tests of single rules: a rule reports exactly one thing there, or nothing.</summary>
/// <param name="services">The namespaces of the services, below <c>Amazon.CDK.AWS</c>; together they must not make a name ambiguous.</param>
internal sealed class StackSource(params string[] services)
{
    /// <summary>Further using directives, for single classes whose namespace would make others ambiguous.</summary>
    public string Aliases { get; init; } = "";

    /// <summary>A <c>cdk.json</c> that switches feature flags on.</summary>
    public static Setup WithFlags(Refs refs, params string[] flags) =>
        new Setup(refs).WithFile("cdk.json", $$"""{ "app": "dotnet run", "context": { {{string.Join(", ", flags.Select(f => $"\"{f}\": true"))}} } }""");

    public async Task Flagged(string id, string statements, Setup setup)
    {
        var diagnostics = await Verify.Diagnostics(Of(statements), setup, [id]);
        Assert.True(diagnostics.Length == 1, $"{diagnostics.Length} diagnostics: {statements}");
    }

    public async Task Silent(string id, string statements, Setup setup) =>
        Assert.True((await Verify.Diagnostics(Of(statements), setup, [id])).IsEmpty, statements);

    /// <summary>The fix with this number changes the statements as expected, and brings no new diagnostic.</summary>
    public Task Fix(string id, string statements, string expected, Setup setup, int action = 0) =>
        Verify.Fix(id, Of(statements), Of(expected), setup, action);

    public Task NoFix(string id, string statements, Setup setup) => Verify.NoFix(id, Of(statements), setup);

    private string Of(string statements) => string.Concat(services.Select(s => $"using Amazon.CDK.AWS.{s};\n")) + Aliases + $$"""
        using Amazon.CDK;
        using Constructs;

        class Demo : Amazon.CDK.Stack
        {
            internal Demo(Construct scope, string id, bool given, string text) : base(scope, id)
            {
                {{statements}}
            }
        }
        """;
}
