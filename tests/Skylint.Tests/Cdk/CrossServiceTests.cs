using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Rules that hold for resources of many services: names and removal.</summary>
public sealed class CrossServiceTests
{
    private static readonly StackSource s_stack = new("DynamoDB", "EC2", "IAM", "KMS", "S3", "SNS", "SQS");

    private const string Table = "PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = \"id\", Type = AttributeType.STRING }";

    [Theory]
    [InlineData("SKY1022", "new Bucket(this, \"B\", new BucketProps { BucketName = \"orders\" });")]
    [InlineData("SKY1022", "const string Name = \"orders\"; new Topic(this, \"T\", new TopicProps { TopicName = Name + \"-topic\" });")]
    [InlineData("SKY1022", "new Role(this, \"R\", new RoleProps { AssumedBy = new ServicePrincipal(\"lambda.amazonaws.com\"), RoleName = \"orders\" });")]
    [InlineData("SKY1022", "new CfnQueue(this, \"Q\", new CfnQueueProps { QueueName = \"orders\" });")]
    [InlineData("SKY1023", "new Bucket(this, \"B\", new BucketProps { RemovalPolicy = RemovalPolicy.DESTROY });")]
    [InlineData("SKY1023", "new Bucket(this, \"B\", new BucketProps { RemovalPolicy = RemovalPolicy.DESTROY, AutoDeleteObjects = true });")]
    [InlineData("SKY1023", "new Key(this, \"K\", new KeyProps { RemovalPolicy = RemovalPolicy.DESTROY });")]
    [InlineData("SKY1023", "var t = new Table(this, \"T\", new TableProps { " + Table + " }); t.ApplyRemovalPolicy(RemovalPolicy.DESTROY);")]
    [InlineData("SKY1023", "var t = new CfnTable(this, \"T\", new CfnTableProps { KeySchema = text }); t.ApplyRemovalPolicy(RemovalPolicy.DESTROY);")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1022", "new Bucket(this, \"B\");")]
    [InlineData("SKY1022", "new Bucket(this, \"B\", new BucketProps { BucketName = text });")]
    [InlineData("SKY1022", "new Bucket(this, \"B\", new BucketProps { BucketName = $\"orders-{text}\" });")]
    [InlineData("SKY1022", "new Bucket(this, \"B\", new BucketProps { BucketName = given ? \"orders-prod\" : \"orders-test\" });")]
    [InlineData("SKY1022", "foreach (var name in new[] { \"a\", \"b\" }) { new Queue(this, name, new QueueProps { QueueName = name }); }")]
    [InlineData("SKY1022", "new Bucket(this, \"B\", new BucketProps { BucketName = PhysicalName.GENERATE_IF_NEEDED });")]
    // The name of a website's bucket is its host's; the firewall logs only to such a bucket; the ending makes a queue FIFO.
    [InlineData("SKY1022", "new Bucket(this, \"B\", new BucketProps { BucketName = \"www.example.com\" });")]
    [InlineData("SKY1022", "new Bucket(this, \"B\", new BucketProps { BucketName = \"aws-waf-logs-orders\" });")]
    [InlineData("SKY1022", "new Queue(this, \"Q\", new QueueProps { QueueName = \"orders.fifo\" });")]
    [InlineData("SKY1022", "Bucket.FromBucketName(this, \"B\", \"orders\");")]
    [InlineData("SKY1023", "new Bucket(this, \"B\");")]
    [InlineData("SKY1023", "new Bucket(this, \"B\", new BucketProps { RemovalPolicy = given ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY });")]
    [InlineData("SKY1023", "new Table(this, \"T\", new TableProps { " + Table + ", RemovalPolicy = RemovalPolicy.SNAPSHOT });")]
    [InlineData("SKY1023", "var t = new Table(this, \"T\", new TableProps { " + Table + ", RemovalPolicy = RemovalPolicy.DESTROY }); t.ApplyRemovalPolicy(RemovalPolicy.RETAIN);")]
    [InlineData("SKY1023", "new Bucket(this, \"ScratchBucket\", new BucketProps { RemovalPolicy = RemovalPolicy.DESTROY });")]
    // Not a store of data.
    [InlineData("SKY1023", "new Queue(this, \"Q\", new QueueProps { RemovalPolicy = RemovalPolicy.DESTROY });")]
    [InlineData("SKY1023", "var q = new Queue(this, \"Q\"); q.ApplyRemovalPolicy(RemovalPolicy.DESTROY);")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("new Bucket(this, \"B\"); RemovalPolicies.Of(this).Destroy();")]
    [InlineData("var b = new Bucket(this, \"B\"); RemovalPolicies.Of(b).Apply(RemovalPolicy.DESTROY);")]
    public Task Everything_in_a_scope_is_destroyed(string statements) => s_stack.Flagged("SKY1023", statements, Refs.Cdk277);

    [Theory]
    // Nothing that holds data is made.
    [InlineData("new Queue(this, \"Q\"); RemovalPolicies.Of(this).Destroy();")]
    [InlineData("new Bucket(this, \"B\"); var q = new Queue(this, \"Q\"); RemovalPolicies.Of(q).Destroy();")]
    [InlineData("new Bucket(this, \"B\"); RemovalPolicies.Of(this).Destroy(new RemovalPolicyProps { ApplyToResourceTypes = new[] { \"AWS::SQS::Queue\" } });")]
    [InlineData("new Bucket(this, \"B\"); RemovalPolicies.Of(this).Retain();")]
    // What is said about the whole stack decides in the end.
    [InlineData("new Bucket(this, \"B\", new BucketProps { RemovalPolicy = RemovalPolicy.DESTROY }); RemovalPolicies.Of(this).Retain();")]
    public Task Everything_in_a_scope_is_kept_or_holds_no_data(string statements) => s_stack.Silent("SKY1023", statements, Refs.Cdk277);

    [Fact]
    public async Task The_key_that_a_pipeline_makes_is_rotated()
    {
        var stack = new StackSource("CodePipeline", "S3");
        await stack.Flagged("SKY1013", "new Pipeline(this, \"P\");", StackSource.WithFlags(Refs.Cdk));
        await stack.Flagged("SKY1013", "new Pipeline(this, \"P\", new PipelineProps { CrossAccountKeys = true });", Refs.Cdk);
        await stack.Silent("SKY1013", "new Pipeline(this, \"P\");", Refs.Cdk);
        await stack.Silent("SKY1013", "new Pipeline(this, \"P\");", StackSource.WithFlags(Refs.Cdk, "@aws-cdk/aws-codepipeline:crossAccountKeysDefaultValueToFalse"));
        await stack.Silent("SKY1013", "new Pipeline(this, \"P\", new PipelineProps { CrossAccountKeys = true, EnableKeyRotation = true });", Refs.Cdk);
        await stack.Silent("SKY1013", "new Pipeline(this, \"P\", new PipelineProps { ArtifactBucket = new Bucket(this, \"B\") });", StackSource.WithFlags(Refs.Cdk));
    }

    [Fact]
    public Task A_call_is_fixed_where_it_stands() => s_stack.Fix(
        "SKY1023",
        "var k = new Key(this, \"K\", new KeyProps { EnableKeyRotation = true }); k.ApplyRemovalPolicy(RemovalPolicy.DESTROY);",
        "var k = new Key(this, \"K\", new KeyProps { EnableKeyRotation = true }); k.ApplyRemovalPolicy(RemovalPolicy.RETAIN);",
        Refs.Cdk);

    [Fact]
    public Task A_database_leaves_a_snapshot() => s_stack.Fix(
        "SKY1023",
        "new CfnOutput(this, \"O\", new CfnOutputProps { Value = text }); new Volume(this, \"V\", new VolumeProps { AvailabilityZone = text, Encrypted = true, RemovalPolicy = RemovalPolicy.DESTROY });",
        "new CfnOutput(this, \"O\", new CfnOutputProps { Value = text }); new Volume(this, \"V\", new VolumeProps { AvailabilityZone = text, Encrypted = true, RemovalPolicy = RemovalPolicy.SNAPSHOT });",
        Refs.Cdk);

    /// <summary>The library refuses to keep a bucket that it is told to empty.</summary>
    [Fact]
    public Task A_bucket_that_is_emptied_is_not_kept_by_one_edit() =>
        s_stack.NoFix("SKY1023", "new Bucket(this, \"B\", new BucketProps { RemovalPolicy = RemovalPolicy.DESTROY, AutoDeleteObjects = true });", Refs.Cdk);
}
