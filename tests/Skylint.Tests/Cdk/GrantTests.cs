using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>What the library writes into the policies of roles, for those who want to hear of it as cdk-nag tells it.</summary>
public sealed class GrantTests
{
    private const string Wildcards = "SKY1029";
    private const string Inline = "SKY1146";

    private static readonly StackSource s_stack = new("IAM", "S3", "SQS", "KMS", "DynamoDB", "Lambda", "Logs", "StepFunctions", "StepFunctions.Tasks")
    {
        Aliases = """
            using Function = Amazon.CDK.AWS.Lambda.Function;
            using FunctionProps = Amazon.CDK.AWS.Lambda.FunctionProps;
            using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;
            using AttributeType = Amazon.CDK.AWS.DynamoDB.AttributeType;

            """,
    };

    private const string Role = "var role = new Role(this, \"R\", new RoleProps { AssumedBy = new ServicePrincipal(\"ec2.amazonaws.com\") }); ";
    private const string Function = "var f = new Function(this, \"F\", new FunctionProps { Runtime = Runtime.DOTNET_8, Handler = \"H\", Code = Code.FromAsset(text) }); ";
    private const string Table = "var t = new Table(this, \"T\", new TableProps { PartitionKey = new Attribute { Name = \"p\", Type = AttributeType.STRING } }); ";

    [Theory]
    [InlineData("new Bucket(this, \"B\").GrantRead(role);")]
    [InlineData("new Bucket(this, \"B\").GrantWrite(role);")]
    [InlineData("new Bucket(this, \"B\").GrantPut(role, \"in/*\");")]
    [InlineData("new Bucket(this, \"B\").GrantPutAcl(role);")]
    // Imported resources are not made here, but the statement is.
    [InlineData("Bucket.FromBucketName(this, \"B\", text).GrantReadWrite(role);")]
    [InlineData("IBucket b = given ? new Bucket(this, \"B\") : Bucket.FromBucketName(this, \"I\", text); b.GrantRead(role);")]
    [InlineData("LogGroup.FromLogGroupName(this, \"L\", text).GrantWrite(role);")]
    [InlineData("Key.FromKeyArn(this, \"K\", text).GrantEncrypt(role);")]
    [InlineData("Amazon.CDK.AWS.Lambda.Function.FromFunctionName(this, \"I\", text).GrantInvoke(role);")]
    [InlineData("new Key(this, \"K\").GrantEncryptDecrypt(role);")]
    [InlineData("new Queue(this, \"Q\", new QueueProps { Encryption = QueueEncryption.KMS }).GrantSendMessages(role);")]
    [InlineData("new Amazon.CDK.AWS.ECR.Repository(this, \"E\").GrantPull(role);")]
    [InlineData(Function + "f.GrantInvoke(role);")]
    [InlineData(Table + "t.GrantFullAccess(role);")]
    [InlineData(Table + "t.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps { IndexName = \"i\", PartitionKey = new Attribute { Name = \"q\", Type = AttributeType.STRING } }); t.GrantReadData(role);")]
    [InlineData(Function + "new Bucket(this, \"B\").GrantRead(f);")]
    [InlineData(Function + "new Bucket(this, \"B\").GrantRead(f.GrantPrincipal);")]
    [InlineData("new Bucket(this, \"B\").GrantRead(new User(this, \"U\"));")]
    public Task A_grant_with_a_wildcard(string statements) => Differs(Wildcards, "every_wildcard", Role + statements);

    [Theory]
    [InlineData("new Queue(this, \"Q\").GrantSendMessages(role);")]
    [InlineData("new Queue(this, \"Q\", new QueueProps { Encryption = QueueEncryption.KMS }).GrantConsumeMessages(role);")]
    [InlineData("new Key(this, \"K\").GrantDecrypt(role);")]
    [InlineData("new LogGroup(this, \"L\").GrantWrite(role);")]
    [InlineData("new Bucket(this, \"B\").GrantPutAcl(role, text);")]
    [InlineData("new Bucket(this, \"B\").GrantWrite(role, text, new[] { text });")]
    [InlineData(Table + "t.GrantReadData(role);")]
    [InlineData(Table + "if (given) t.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps { IndexName = \"i\", PartitionKey = new Attribute { Name = \"q\", Type = AttributeType.STRING } }); t.GrantReadData(role);")]
    [InlineData(Function + "f.CurrentVersion.GrantInvoke(role);")]
    [InlineData(Function + "new Amazon.CDK.AWS.Lambda.Alias(this, \"A\", new Amazon.CDK.AWS.Lambda.AliasProps { AliasName = \"live\", Version = f.CurrentVersion }).GrantInvoke(role);")]
    // Whose policy it is, or whether there is one that the stack can change, is not certain.
    [InlineData("new Bucket(this, \"B\").GrantRead(new ServicePrincipal(\"s3.amazonaws.com\"));")]
    [InlineData("new Bucket(this, \"B\").GrantRead(new AccountPrincipal(text));")]
    [InlineData("IGrantable account = new AccountRootPrincipal(); new Bucket(this, \"B\").GrantRead(account);")]
    [InlineData("new Bucket(this, \"B\").GrantRead(Amazon.CDK.AWS.Lambda.Function.FromFunctionName(this, \"I\", text));")]
    [InlineData("new Bucket(this, \"B\").GrantRead(role.WithoutPolicyUpdates());")]
    [InlineData("new Bucket(this, \"B\").GrantRead(new Amazon.CDK.AWS.CloudFront.OriginAccessIdentity(this, \"O\"));")]
    [InlineData("new Bucket(this, \"B\").GrantRead(new Function(this, \"F\", new FunctionProps { Runtime = Runtime.DOTNET_8, Handler = \"H\", Code = Code.FromAsset(text), Role = Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"N\", text) }));")]
    [InlineData("void Share(Bucket b, IGrantable to) { b.GrantRead(to); }")]
    public Task A_grant_without_one(string statements) => s_stack.Silent(Wildcards, Role + statements, On(Wildcards, "every_wildcard"));

    [Fact]
    public Task A_grantee_that_does_not_compile() =>
        s_stack.Silent(Wildcards, "new Bucket(this, \"B\").GrantRead(missing); new Bucket(this, \"C\").GrantRead();", On(Wildcards, "every_wildcard") with { AllowCompileErrors = true });

    [Theory]
    [InlineData("new Function(this, \"F\", new FunctionProps { Runtime = Runtime.DOTNET_8, Handler = \"H\", Code = Code.FromAsset(text), Tracing = Tracing.ACTIVE });")]
    [InlineData("new StateMachine(this, \"S\", new StateMachineProps { TracingEnabled = true });")]
    [InlineData("new StateMachine(this, \"S\", new StateMachineProps { Logs = new LogOptions { Destination = new LogGroup(this, \"L\") } });")]
    [InlineData(Function + "new LambdaInvoke(this, \"I\", new LambdaInvokeProps { LambdaFunction = f });")]
    [InlineData("new Amazon.CDK.AWS.ECS.FargateTaskDefinition(this, \"D\").AddContainer(\"c\", new Amazon.CDK.AWS.ECS.ContainerDefinitionOptions { Image = Amazon.CDK.AWS.ECS.ContainerImage.FromAsset(text) });")]
    [InlineData(Table + "new Amazon.CDK.AWS.Lambda.EventSources.DynamoEventSource(t, new Amazon.CDK.AWS.Lambda.EventSources.DynamoEventSourceProps { StartingPosition = StartingPosition.LATEST });")]
    public Task A_setting_with_a_wildcard(string statements) => Differs(Wildcards, "every_wildcard", statements);

    [Theory]
    [InlineData("new Function(this, \"F\", new FunctionProps { Runtime = Runtime.DOTNET_8, Handler = \"H\", Code = Code.FromAsset(text), Tracing = Tracing.DISABLED });")]
    [InlineData("new StateMachine(this, \"S\", new StateMachineProps { TracingEnabled = given });")]
    [InlineData(Function + "new LambdaInvoke(this, \"I\", new LambdaInvokeProps { LambdaFunction = f.CurrentVersion });")]
    [InlineData("void Invoke(IFunction one) { new LambdaInvoke(this, \"I\", new LambdaInvokeProps { LambdaFunction = one }); }")]
    [InlineData("new Amazon.CDK.AWS.ECS.FargateTaskDefinition(this, \"D\").AddContainer(\"c\", new Amazon.CDK.AWS.ECS.ContainerDefinitionOptions { Image = Amazon.CDK.AWS.ECS.ContainerImage.FromRegistry(text) });")]
    public Task A_setting_without_one(string statements) => s_stack.Silent(Wildcards, statements, On(Wildcards, "every_wildcard"));

    [Theory]
    [InlineData("new Queue(this, \"Q\").GrantConsumeMessages(role);")]
    [InlineData("new Bucket(this, \"B\").GrantRead(role);")]
    [InlineData("Bucket.FromBucketName(this, \"B\", text).GrantRead(role);")]
    [InlineData("new StateMachine(this, \"S\", new StateMachineProps { TracingEnabled = true });")]
    [InlineData("new Amazon.CDK.AWS.Lambda.EventSources.SqsEventSource(new Queue(this, \"Q\"));")]
    public Task A_policy_that_the_library_writes(string statements) => Differs(Inline, "granted", Role + statements);

    [Theory]
    [InlineData("new Queue(this, \"Q\").GrantConsumeMessages(new ServicePrincipal(\"sns.amazonaws.com\"));")]
    [InlineData("void Share(Queue q, IGrantable to) { q.GrantConsumeMessages(to); }")]
    [InlineData("new Queue(this, \"Q\").GrantConsumeMessages(new ManagedPolicy(this, \"M\"));")]
    [InlineData("Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = role, Actions = new[] { text }, ResourceArns = new[] { text } });")]
    [InlineData("new Mine().GrantRead(role); } private sealed class Mine { public void GrantRead(IGrantable to) { }")]
    public Task No_policy_that_the_library_certainly_writes(string statements) => s_stack.Silent(Inline, Role + statements, On(Inline, "granted"));

    /// <summary>Later versions have a class for the grants of a resource.</summary>
    [Fact]
    public async Task Grants_of_later_versions()
    {
        var statements = Role + "new Bucket(this, \"B\").Grants.Read(role);";
        await s_stack.Flagged(Wildcards, statements, On(Wildcards, "every_wildcard") with { Refs = Refs.Cdk277 });
        await s_stack.Flagged(Inline, statements, On(Inline, "granted") with { Refs = Refs.Cdk277 });
    }

    [Fact]
    public async Task The_message_names_the_wildcard_and_the_call_and_the_finding_belongs_to_the_role()
    {
        const string Source = """
            using Amazon.CDK.AWS.IAM;
            using Amazon.CDK.AWS.S3;

            class Demo : Amazon.CDK.Stack
            {
                Demo() => new Bucket(this, "Data").GrantRead(new User(this, "Reader"));
            }
            """;
        var diagnostic = Assert.Single(await Verify.Diagnostics(Source, On(Wildcards, "every_wildcard"), [Wildcards]));
        Assert.Equal("Bucket 'Data' allows s3:GetObject* through GrantRead; name what is needed", diagnostic.GetMessage());
        Assert.Equal("Reader", diagnostic.Properties["constructId"]);
        Assert.Equal("new Bucket(this, \"Data\").GrantRead(new User(this, \"Reader\"))", Source[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End]);
    }

    private static Setup On(string id, string option) => new Setup(Refs.Cdk).WithConfig($"skylint.{id}.{option}", "true");

    private static async Task Differs(string id, string option, string statements)
    {
        await s_stack.Silent(id, statements, Refs.Cdk);
        await s_stack.Flagged(id, statements, On(id, option));
    }
}
