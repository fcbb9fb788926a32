using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Settings of functions, their events and their callers.</summary>
public sealed class LambdaEventTests
{
    private static readonly StackSource s_stack = new("Lambda", "Lambda.EventSources", "SQS", "IAM", "Kinesis", "APIGateway", "SNS");

    private static string Function(string props = "", string runtime = "Runtime.DOTNET_8") =>
        $"var f = new Function(this, \"F\", new FunctionProps {{ Runtime = {runtime}, Handler = text, Code = Code.FromAsset(text), {props} }});";

    [Theory]
    [InlineData("DeadLetterQueueEnabled = true", "")]
    [InlineData("DeadLetterTopic = new Topic(this, \"T\")", "")]
    [InlineData("OnFailure = new Amazon.CDK.AWS.Lambda.Destinations.SqsDestination(new Queue(this, \"Q\"))", "")]
    [InlineData("", "f.ConfigureAsyncInvoke(new EventInvokeConfigOptions { OnFailure = new Amazon.CDK.AWS.Lambda.Destinations.SqsDestination(new Queue(this, \"Q\")) });")]
    [InlineData("", "new EventInvokeConfig(this, \"E\", new EventInvokeConfigProps { Function = f });")]
    // Whoever waits for the answer sees the failure, and a queue keeps what failed.
    [InlineData("", "new LambdaRestApi(this, \"A\", new LambdaRestApiProps { Handler = f });")]
    [InlineData("", "var integration = new LambdaIntegration(f);")]
    [InlineData("", "new Amazon.CDK.AWS.StepFunctions.Tasks.LambdaInvoke(this, \"L\", new Amazon.CDK.AWS.StepFunctions.Tasks.LambdaInvokeProps { LambdaFunction = f });")]
    [InlineData("", "f.AddEventSource(new SqsEventSource(new Queue(this, \"Q\")));")]
    public Task Failed_events_are_kept(string props, string statement) => s_stack.Silent("SKY1136", Function(props) + statement, Refs.Cdk);

    [Theory]
    [InlineData("", "")]
    [InlineData("DeadLetterQueueEnabled = false", "")]
    [InlineData("", "f.AddEventSource(new SnsEventSource(new Topic(this, \"T\")));")]
    [InlineData("", "f.ConfigureAsyncInvoke(new EventInvokeConfigOptions { RetryAttempts = 0 });")]
    public Task Failed_events_are_lost(string props, string statement) => s_stack.Flagged("SKY1136", Function(props) + statement, Refs.Cdk);

    [Theory]
    [InlineData("f.ConfigureAsyncInvoke(new EventInvokeConfigOptions { RetryAttempts = 0 });", true)]
    [InlineData("f.ConfigureAsyncInvoke(new EventInvokeConfigOptions { OnFailure = new Amazon.CDK.AWS.Lambda.Destinations.SqsDestination(new Queue(this, \"Q\")) });", false)]
    [InlineData("f.GrantInvoke(new AccountRootPrincipal());", false)]
    public Task Asynchronous_calls(string statement, bool isFlagged) => Judge("SKY1137", Function() + statement, isFlagged);

    [Theory]
    [InlineData("f.AddEventSource(new KinesisEventSource(new Amazon.CDK.AWS.Kinesis.Stream(this, \"S\"), new KinesisEventSourceProps { StartingPosition = StartingPosition.LATEST }));", true)]
    [InlineData("f.AddEventSource(new KinesisEventSource(new Amazon.CDK.AWS.Kinesis.Stream(this, \"S\"), new KinesisEventSourceProps { StartingPosition = StartingPosition.LATEST, OnFailure = new SqsDlq(new Queue(this, \"Q\")) }));", false)]
    [InlineData("f.AddEventSourceMapping(\"M\", new EventSourceMappingOptions { EventSourceArn = text, StartingPosition = StartingPosition.LATEST });", true)]
    // A queue has a redrive policy instead.
    [InlineData("f.AddEventSourceMapping(\"M\", new EventSourceMappingOptions { EventSourceArn = text });", false)]
    [InlineData("f.AddEventSource(new SqsEventSource(new Queue(this, \"Q\")));", false)]
    public Task Streams(string statement, bool isFlagged) => Judge("SKY1138", Function() + statement, isFlagged);

    [Theory]
    [InlineData("Timeout = Duration.Seconds(30)", "new Queue(this, \"Q\")", true)]
    [InlineData("Timeout = Duration.Minutes(1)", "new Queue(this, \"Q\", new QueueProps { VisibilityTimeout = Duration.Minutes(5) })", true)]
    [InlineData("Timeout = Duration.Minutes(1)", "new Queue(this, \"Q\", new QueueProps { VisibilityTimeout = Duration.Minutes(6) })", false)]
    [InlineData("", "new Queue(this, \"Q\")", false)]
    [InlineData("Timeout = Duration.Seconds(given ? 3 : 30)", "new Queue(this, \"Q\")", false)]
    [InlineData("Timeout = Duration.Seconds(30)", "Queue.FromQueueArn(this, \"Q\", text)", false)]
    public Task Visibility(string props, string queue, bool isFlagged)
    {
        var queueStatement = $"var q = {queue};";
        return Judge("SKY1139", $"{Function(props)}{queueStatement}f.AddEventSource(new SqsEventSource(q, new SqsEventSourceProps {{ BatchSize = 10 }}));", isFlagged);
    }

    [Theory]
    [InlineData("f.AddEventSource(new SqsEventSource(q));")]
    [InlineData("new EventSourceMapping(this, \"M\", new EventSourceMappingProps { Target = f, EventSourceArn = q.QueueArn });")]
    [InlineData("new CfnEventSourceMapping(this, \"M\", new CfnEventSourceMappingProps { FunctionName = f.FunctionName, EventSourceArn = q.QueueArn });")]
    public Task Visibility_however_they_are_tied(string statement) =>
        s_stack.Flagged("SKY1139", Function("Timeout = Duration.Seconds(30)") + "var q = new Queue(this, \"Q\");" + statement, Refs.Cdk);

    [Theory]
    [InlineData("Principal = new AnyPrincipal()", true)]
    [InlineData("Principal = new ArnPrincipal(\"*\")", true)]
    [InlineData("Principal = new AnyPrincipal(), SourceAccount = text", false)]
    [InlineData("Principal = new OrganizationPrincipal(text)", false)]
    [InlineData("Principal = new ServicePrincipal(\"s3.amazonaws.com\")", false)]
    public Task Callers(string permission, bool isFlagged) => Judge("SKY1140", Function() + $"f.AddPermission(\"P\", new Permission {{ {permission} }});", isFlagged);

    [Theory]
    [InlineData("Runtime.DOTNET_6", true)]
    [InlineData("Runtime.DOTNET_CORE_3_1", true)]
    [InlineData("Runtime.NODEJS_18_X", true)]
    [InlineData("Runtime.PYTHON_3_9", true)]
    [InlineData("Runtime.JAVA_8_CORRETTO", true)]
    [InlineData("Runtime.DOTNET_8", false)]
    [InlineData("Runtime.PYTHON_3_12", false)]
    [InlineData("Runtime.NODEJS_LATEST", false)]
    [InlineData("Runtime.PROVIDED_AL2", false)]
    [InlineData("given ? Runtime.DOTNET_6 : Runtime.DOTNET_8", false)]
    [InlineData("new Runtime(text)", false)]
    public Task Runtimes(string runtime, bool isFlagged) => Judge("SKY1135", Function(runtime: runtime), isFlagged);

    [Fact]
    public async Task Newest_runtime_is_that_of_the_referenced_version()
    {
        await s_stack.Silent("SKY1135", Function(runtime: "Runtime.DOTNET_6"), Refs.Cdk103);
        await s_stack.Flagged("SKY1135", Function(runtime: "Runtime.DOTNET_8"), Refs.Cdk277);
        await s_stack.Flagged("SKY1135", "new CfnFunction(this, \"F\", new CfnFunctionProps { Role = text, Code = text, Runtime = \"dotnetcore3.1\" });", Refs.Cdk);
        await s_stack.Silent("SKY1135", "new CfnFunction(this, \"F\", new CfnFunctionProps { Role = text, Code = text, Runtime = \"provided.al2\" });", Refs.Cdk);
        await s_stack.Silent("SKY1135", "new CfnFunction(this, \"F\", new CfnFunctionProps { Role = text, Code = text, PackageType = \"Image\" });", Refs.Cdk);
    }

    [Theory]
    [InlineData("SKY1131", "MemorySize = 128", false)]
    [InlineData("SKY1132", "Timeout = Duration.Seconds(3)", false)]
    [InlineData("SKY1158", "Architecture = Architecture.X86_64", true)]
    [InlineData("SKY1158", "Architecture = given ? Architecture.X86_64 : Architecture.ARM_64", false)]
    [InlineData("SKY1133", "ReservedConcurrentExecutions = 0", true)]
    [InlineData("SKY1133", "ReservedConcurrentExecutions = 10", false)]
    [InlineData("SKY1134", "Vpc = null", true)]
    public Task Settings(string id, string props, bool isFlagged) => Judge(id, Function(props), isFlagged);

    private static Task Judge(string id, string statements, bool isFlagged) => isFlagged ? s_stack.Flagged(id, statements, Refs.Cdk) : s_stack.Silent(id, statements, Refs.Cdk);
}
