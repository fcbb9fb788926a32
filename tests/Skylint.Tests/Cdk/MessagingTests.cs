using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Amazon SQS and SNS, and the keys that protect them.</summary>
public sealed class MessagingTests
{
    private static readonly StackSource s_stack = new("IAM", "KMS", "SNS", "SQS");

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
}
