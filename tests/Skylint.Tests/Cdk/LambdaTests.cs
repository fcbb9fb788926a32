using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>AWS Lambda.</summary>
public sealed class LambdaTests
{
    private static readonly StackSource s_stack = new("Lambda", "Logs", "SecretsManager");

    private static string Function(string props = "") =>
        $"var f = new Function(this, \"F\", new FunctionProps {{ Runtime = Runtime.NODEJS_18_X, Handler = \"index.handler\", Code = Code.FromInline(text), {props} }});";

    private static string Environment(string entry) => Function($"Environment = new Dictionary<string, string> {{ {entry} }}");

    [Theory]
    [InlineData("new FunctionUrl(this, \"U\", new FunctionUrlProps { Function = f, AuthType = FunctionUrlAuthType.NONE });")]
    [InlineData("new CfnUrl(this, \"U\", new CfnUrlProps { TargetFunctionArn = f.FunctionArn, AuthType = \"NONE\" });")]
    [InlineData("IFunction other = Amazon.CDK.AWS.Lambda.Function.FromFunctionArn(this, \"O\", text); other.AddFunctionUrl(new FunctionUrlOptions { AuthType = FunctionUrlAuthType.NONE });")]
    [InlineData("f.CurrentVersion.AddFunctionUrl(new FunctionUrlOptions { AuthType = FunctionUrlAuthType.NONE });")]
    public Task Open_url(string statement) => s_stack.Flagged("SKY1033", Function() + statement, Refs.Cdk);

    [Theory]
    [InlineData("f.AddFunctionUrl();")]
    [InlineData("f.AddFunctionUrl(new FunctionUrlOptions { AuthType = given ? FunctionUrlAuthType.NONE : FunctionUrlAuthType.AWS_IAM });")]
    [InlineData("new CfnUrl(this, \"U\", new CfnUrlProps { TargetFunctionArn = f.FunctionArn, AuthType = text });")]
    public Task Closed_url(string statement) => s_stack.Silent("SKY1033", Function() + statement, Refs.Cdk);

    [Fact]
    public async Task Tracing()
    {
        await s_stack.Flagged("SKY1034", Function("Tracing = Amazon.CDK.AWS.Lambda.Tracing.DISABLED"), Refs.Cdk);
        await s_stack.Flagged("SKY1034", Function(), Refs.Cdk103);
        await s_stack.Flagged("SKY1034", Function(), Refs.Cdk277);
        await s_stack.Flagged("SKY1034", "new CfnFunction(this, \"F\", new CfnFunctionProps { Role = text, Code = text });", Refs.Cdk);
        await s_stack.Silent("SKY1034", Function("Tracing = given ? Amazon.CDK.AWS.Lambda.Tracing.ACTIVE : Amazon.CDK.AWS.Lambda.Tracing.DISABLED"), Refs.Cdk);
        await s_stack.Silent("SKY1034", "new CfnFunction(this, \"F\", new CfnFunctionProps { Role = text, Code = text, TracingConfig = new CfnFunction.TracingConfigProperty { Mode = \"Active\" } });", Refs.Cdk);
        await s_stack.Silent("SKY1034", Function() + "((CfnFunction)f.Node.DefaultChild!).TracingConfig = new CfnFunction.TracingConfigProperty { Mode = \"Active\" };", Refs.Cdk);
        await s_stack.Silent("SKY1034", "var f = Amazon.CDK.AWS.Lambda.Function.FromFunctionArn(this, \"F\", text);", Refs.Cdk);
    }

    [Fact]
    public async Task Log_groups_follow_version_and_flag()
    {
        const string Flag = "@aws-cdk/aws-lambda:useCdkManagedLogGroup";
        await s_stack.Flagged("SKY1035", Function(), Refs.Cdk103);
        await s_stack.Flagged("SKY1035", Function(), Refs.Cdk);
        await s_stack.Flagged("SKY1035", Function(), StackSource.WithFlags(Refs.Cdk277));
        await s_stack.Silent("SKY1035", Function(), StackSource.WithFlags(Refs.Cdk277, Flag));
        await s_stack.Silent("SKY1035", Function(), Refs.Cdk277);
    }

    [Theory]
    [InlineData("LogRetention = RetentionDays.ONE_WEEK", "")]
    [InlineData("LogGroup = new LogGroup(this, \"L\")", "")]
    [InlineData("", "new LogRetention(this, \"L\", new LogRetentionProps { LogGroupName = \"/aws/lambda/\" + f.FunctionName, Retention = RetentionDays.ONE_WEEK });")]
    [InlineData("FunctionName = \"orders\"", "new LogGroup(this, \"L\", new LogGroupProps { LogGroupName = \"/aws/lambda/orders\" });")]
    public Task Log_groups_that_are_there(string props, string statement) => s_stack.Silent("SKY1035", Function(props) + statement, Refs.Cdk);

    [Fact]
    public Task Older_versions_get_a_retention_time() => s_stack.Fix(
        "SKY1035",
        "var f = new DockerImageFunction(this, \"F\", new DockerImageFunctionProps { Code = DockerImageCode.FromImageAsset(text) });",
        "var f = new DockerImageFunction(this, \"F\", new DockerImageFunctionProps { Code = DockerImageCode.FromImageAsset(text), LogRetention = RetentionDays.THREE_MONTHS });",
        Refs.Cdk103);

    [Theory]
    [InlineData("[\"DB_PASSWORD\"] = \"correct-horse\"")]
    [InlineData("[\"apiKey\"] = \"0f9d8c7b6a\"")]
    [InlineData("[\"CLIENT_SECRET\"] = \"abc-def-ghi\"")]
    [InlineData("{ \"CONNECTION\", \"Server=db;User Id=app;Password=correct-horse\" }")]
    [InlineData("[\"DB_PASSWORD\"] = SecretValue.SecretsManager(\"db\").UnsafeUnwrap()")]
    public Task Secrets(string entry) => s_stack.Flagged("SKY1036", Environment(entry), Refs.Cdk);

    [Theory]
    [InlineData("[\"DB_PASSWORD_ARN\"] = \"correct-horse\"")]
    [InlineData("[\"SECRET_NAME\"] = \"orders-database\"")]
    [InlineData("[\"TOKEN_ENDPOINT\"] = \"login.example.com\"")]
    [InlineData("[\"DB_PASSWORD\"] = \"/orders/db-password\"")]
    [InlineData("[\"DB_SECRET\"] = \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db\"")]
    [InlineData("[\"API_KEY\"] = \"<your key>\"")]
    [InlineData("[\"API_KEY\"] = text")]
    [InlineData("[\"API_KEY\"] = System.Environment.GetEnvironmentVariable(\"API_KEY\")!")]
    [InlineData("[\"CONNECTION\"] = $\"Server=db;Password={text}\"")]
    [InlineData("[\"SECRET\"] = new Secret(this, \"S\").SecretArn")]
    public Task No_secrets(string entry) => s_stack.Silent("SKY1036", Environment(entry), Refs.Cdk);

    [Fact]
    public async Task Secrets_that_are_added_and_of_the_L1()
    {
        await s_stack.Flagged("SKY1036", Function() + "f.AddEnvironment(\"API_KEY\", \"0f9d8c7b6a\");", Refs.Cdk);
        await s_stack.Silent("SKY1036", Function() + "f.AddEnvironment(\"STAGE\", \"production\");", Refs.Cdk);
        await s_stack.Flagged("SKY1036", "new CfnFunction(this, \"F\", new CfnFunctionProps { Role = text, Code = text, Environment = new CfnFunction.EnvironmentProperty { Variables = new Dictionary<string, string> { [\"API_KEY\"] = \"0f9d8c7b6a\" } } });", Refs.Cdk);
    }

    [Fact]
    public async Task The_secret_is_never_shown()
    {
        const string Secret = "correct-horse";
        var diagnostics = await Verify.Diagnostics($$"""
            using Amazon.CDK.AWS.Lambda;
            class C { void M(Constructs.Construct scope) => new Function(scope, "F", new FunctionProps { Environment = new Dictionary<string, string> { ["PASSWORD"] = "{{Secret}}" } }); }
            """, Refs.Cdk, ["SKY1036"]);
        var diagnostic = Assert.Single(diagnostics);
        Assert.DoesNotContain(Secret, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(diagnostic.Properties.Values, v => v?.Contains(Secret, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Shapes_of_keys_are_known()
    {
        // Composed, so that no scanner takes this file for a leak.
        var key = "AKIA" + "IOSFODNN7" + "EXAMPLE";
        await s_stack.Flagged("SKY1036", Environment($"[\"ID\"] = \"{key}\""), Refs.Cdk);
        await s_stack.Flagged("SKY1036", Environment($"[\"PEM\"] = \"-----BEGIN RSA {"PRIVATE"} KEY-----\""), Refs.Cdk);
    }

    [Theory]
    [InlineData("[\"AWS_REGION\"] = text")]
    [InlineData("{ \"_X_AMZN_TRACE_ID\", text }, { \"TABLE\", text }")]
    [InlineData("[\"LAMBDA_TASK_ROOT\"] = \"/var/task\"")]
    public Task Reserved_variable(string entry) => s_stack.Flagged("SKY1244", Environment(entry), Refs.Cdk);

    [Theory]
    [InlineData("[\"TABLE\"] = text")]
    [InlineData("[\"AWS_LAMBDA_EXEC_WRAPPER\"] = \"/opt/wrapper\"")]
    [InlineData("[\"AWS_XRAY_CONTEXT_MISSING\"] = \"LOG_ERROR\"")]
    [InlineData("[text] = \"AWS_REGION\"")]
    public Task Other_variable(string entry) => s_stack.Silent("SKY1244", Environment(entry), Refs.Cdk);

    [Fact]
    public async Task Reserved_variable_that_is_added()
    {
        await s_stack.Flagged("SKY1244", Function() + "f.AddEnvironment(\"AWS_SESSION_TOKEN\", text);", Refs.Cdk);
        await s_stack.Flagged("SKY1244", "new CfnFunction(this, \"F\", new CfnFunctionProps { Role = text, Code = text, Environment = new CfnFunction.EnvironmentProperty { Variables = new Dictionary<string, string> { [\"AWS_EXECUTION_ENV\"] = text } } });", Refs.Cdk277);
        await s_stack.Silent("SKY1244", Function() + "f.AddEnvironment(text, \"AWS_REGION\"); f.AddEnvironment(\"REGION\", \"AWS_REGION\");", Refs.Cdk);
    }
}
