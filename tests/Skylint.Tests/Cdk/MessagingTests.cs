using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Amazon SQS and SNS, and the keys that protect them.</summary>
public sealed class MessagingTests
{
    private static readonly StackSource s_stack = new("IAM", "KMS", "SNS", "SQS");
    private static readonly StackSource s_events = new("SNS.Subscriptions", "Events.Targets") { Aliases = "using CfnEventBusPolicy = Amazon.CDK.AWS.Events.CfnEventBusPolicy; using CfnEventBusPolicyProps = Amazon.CDK.AWS.Events.CfnEventBusPolicyProps; using CfnRule = Amazon.CDK.AWS.Events.CfnRule; using CfnRuleProps = Amazon.CDK.AWS.Events.CfnRuleProps;" };
    private static readonly StackSource s_queues = new("Events.Targets", "SQS");

    [Theory]
    [InlineData("SKY1011", "new Queue(this, \"Q\");")]
    [InlineData("SKY1011", "new Queue(this, \"Q\", new QueueProps { EnforceSSL = false });")]
    [InlineData("SKY1011", "new CfnQueue(this, \"Q\");")]
    [InlineData("SKY1011", "new CfnQueue(this, \"Q\", new CfnQueueProps { QueueName = \"q\" });")]
    [InlineData("SKY1012", "new Topic(this, \"T\");")]
    [InlineData("SKY1012", "new CfnTopic(this, \"T\", new CfnTopicProps { DisplayName = \"t\" });")]
    [InlineData("SKY1013", "new Key(this, \"K\");")]
    [InlineData("SKY1013", "new Key(this, \"K\", new KeyProps { KeySpec = KeySpec.SYMMETRIC_DEFAULT });")]
    [InlineData("SKY1013", "new Key(this, \"K\", new KeyProps { EnableKeyRotation = false });")]
    [InlineData("SKY1013", "new CfnKey(this, \"K\", new CfnKeyProps { KeyPolicy = text });")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1011", "new Queue(this, \"Q\", new QueueProps { EnforceSSL = true });")]
    [InlineData("SKY1011", "var q = new Queue(this, \"Q\"); q.AddToResourcePolicy(new PolicyStatement());")]
    [InlineData("SKY1011", "var q = new CfnQueue(this, \"Q\"); new CfnQueuePolicy(this, \"P\", new CfnQueuePolicyProps { Queues = new[] { q.Ref }, PolicyDocument = text });")]
    [InlineData("SKY1011", "var q = new CfnQueue(this, \"Q\"); var p = new CfnQueuePolicyProps { Queues = new[] { q.Ref }, PolicyDocument = text }; new CfnQueuePolicy(this, \"P\", p);")]
    [InlineData("SKY1011", "Queue.FromQueueArn(this, \"Q\", text);")]
    [InlineData("SKY1012", "new Topic(this, \"T\", new TopicProps { MasterKey = Key.FromKeyArn(this, \"K\", text) });")]
    [InlineData("SKY1012", "var t = new CfnTopic(this, \"T\"); t.KmsMasterKeyId = \"alias/aws/sns\";")]
    [InlineData("SKY1012", "var t = new Topic(this, \"T\"); ((CfnTopic)t.Node.DefaultChild!).AddPropertyOverride(\"KmsMasterKeyId\", \"alias/aws/sns\");")]
    // Asymmetric keys, keys for message codes and imported material cannot rotate.
    [InlineData("SKY1013", "new Key(this, \"K\", new KeyProps { KeySpec = KeySpec.RSA_2048, KeyUsage = KeyUsage.SIGN_VERIFY });")]
    [InlineData("SKY1013", "new Key(this, \"K\", new KeyProps { KeySpec = KeySpec.HMAC_256, KeyUsage = KeyUsage.GENERATE_VERIFY_MAC });")]
    [InlineData("SKY1013", "new CfnKey(this, \"K\", new CfnKeyProps { KeyPolicy = text, Origin = \"EXTERNAL\" });")]
    [InlineData("SKY1013", "new CfnKey(this, \"K\", new CfnKeyProps { KeyPolicy = text, KeySpec = \"ECC_NIST_P256\" });")]
    [InlineData("SKY1013", "new Key(this, \"K\", new KeyProps { RotationPeriod = Duration.Days(180) });")]
    [InlineData("SKY1013", "new Key(this, \"K\", new KeyProps { EnableKeyRotation = given });")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1088", "new EmailSubscription(text);", true)]
    [InlineData("SKY1088", "new SqsSubscription(null!, new SqsSubscriptionProps { DeadLetterQueue = new Amazon.CDK.AWS.SQS.Queue(this, \"Q\") });", false)]
    [InlineData("SKY1079", "new LambdaFunction(null!);", true)]
    [InlineData("SKY1079", "new LambdaFunction(null!, new LambdaFunctionProps { DeadLetterQueue = new Amazon.CDK.AWS.SQS.Queue(this, \"Q\") });", false)]
    [InlineData("SKY1079", "new CfnRule(this, \"R\", new CfnRuleProps { ScheduleExpression = text });", false)]
    [InlineData("SKY1080", "new CfnEventBusPolicy(this, \"P\", new CfnEventBusPolicyProps { StatementId = text, Principal = \"*\" });", true)]
    [InlineData("SKY1080", "new CfnEventBusPolicy(this, \"P\", new CfnEventBusPolicyProps { StatementId = text, Principal = text });", false)]
    [InlineData("SKY1080", "new CfnEventBusPolicy(this, \"P\", new CfnEventBusPolicyProps { StatementId = text, Statement = new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Principal\"] = new Dictionary<string, object> { [\"AWS\"] = \"*\" }, [\"Action\"] = text } });", true)]
    [InlineData("SKY1080", "new CfnEventBusPolicy(this, \"P\", new CfnEventBusPolicyProps { StatementId = text, Statement = new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Principal\"] = \"*\", [\"Condition\"] = new Dictionary<string, object> { [\"StringEquals\"] = text } } });", false)]
    [InlineData("SKY1080", "new CfnEventBusPolicy(this, \"P\", new CfnEventBusPolicyProps { StatementId = text, Statement = new Dictionary<string, object> { [\"Effect\"] = \"Deny\", [\"Principal\"] = \"*\" } });", false)]
    public Task Undelivered_and_uninvited(string id, string statements, bool isBad) => isBad ? s_events.Flagged(id, statements, Refs.Cdk) : s_events.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task A_queue_for_a_target_goes_into_the_scope_around_it() => s_queues.Fix(
        "SKY1079",
        "Amazon.CDK.AWS.Lambda.IFunction handler = null!; new LambdaFunction(handler);",
        "Amazon.CDK.AWS.Lambda.IFunction handler = null!; new LambdaFunction(handler, new LambdaFunctionProps { DeadLetterQueue = new Queue(this, \"HandlerUndeliveredEvents\", new QueueProps { EnforceSSL = true }) });",
        Refs.Cdk);

    [Fact]
    public async Task Queues_for_one_target_in_two_rules_have_different_ids()
    {
        const string Before = "class Demo : Amazon.CDK.Stack { Amazon.CDK.AWS.Lambda.Function handler = null!; void Add() { new Amazon.CDK.AWS.Events.Targets.LambdaFunction(this.handler); new Amazon.CDK.AWS.Events.Targets.LambdaFunction(handler.LatestVersion); } }";
        var after = await Verify.FixAll("SKY1079", Before, Refs.Cdk);
        Assert.Contains("(this, \"HandlerUndeliveredEvents\", ", after, StringComparison.Ordinal);
        Assert.Contains("(this, \"HandlerUndeliveredEvents2\", ", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enforcing_TLS_on_a_topic_has_an_effect_from_2_161_on()
    {
        const string Enforced = "new Topic(this, \"T\", new TopicProps { EnforceSSL = true });";
        await s_stack.Flagged("SKY1089", Enforced, Refs.Cdk);
        await s_stack.Silent("SKY1089", Enforced, Refs.Cdk277);
        await s_stack.Fix("SKY1089", "new Topic(this, \"T\");", "new Topic(this, \"T\", new TopicProps { EnforceSSL = true });", Refs.Cdk277);
        await s_stack.Silent("SKY1089", "var t = new Topic(this, \"T\"); t.AddToResourcePolicy(new PolicyStatement());", Refs.Cdk);
        await s_stack.Silent("SKY1089", "Topic.FromTopicArn(this, \"T\", text);", Refs.Cdk);
    }
}
