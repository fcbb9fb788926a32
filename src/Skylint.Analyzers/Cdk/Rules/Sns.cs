using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon SNS.</summary>
internal static class Sns
{
    private const string Topic = "Amazon.CDK.AWS.SNS.Topic";

    private static readonly string[] s_subscriptions =
        [.. ((string[])["EmailSubscription", "FirehoseSubscription", "LambdaSubscription", "SmsSubscription", "SqsSubscription", "UrlSubscription"]).Select(name => "Amazon.CDK.AWS.SNS.Subscriptions." + name)];

    private static readonly Fix s_newKey = Fix.Set(
        "MasterKey",
        "new Amazon.CDK.AWS.KMS.Key({scope}, \"{id}Key\", new Amazon.CDK.AWS.KMS.KeyProps { EnableKeyRotation = true })",
        "Encrypt with a new customer-managed key");

    private static readonly Requirement s_hasPolicy = CompletedBy("Amazon.CDK.AWS.SNS.CfnTopicPolicy", "Amazon.CDK.AWS.SNS.CfnTopicPolicyProps", "Amazon.CDK.AWS.SNS.TopicPolicy", "Amazon.CDK.AWS.SNS.TopicPolicyProps");

    private static readonly Requirement s_isSecure = AnyOf(Prop("MasterKey").IsSet(), Calls("AddToResourcePolicy", "AddSSLPolicy"), s_hasPolicy);

    public static readonly ConstructRule EncryptionKms = new()
    {
        Id = "SKY1012",
        Key = "SNSEncryptedKMS",
        Title = "Topic is not encrypted",
        Message = "{0} keeps its messages unencrypted; set MasterKey",
        Why = "SNS stores a message until every subscriber has taken it, and without a key it is stored in clear text. A customer-managed key lets AWS services publish to the topic; the managed key alias/aws/sns does not.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-SNSEncryptedKMS", "NIST.800.53.R4-SNSEncryptedKMS", "NIST.800.53.R5-SNSEncryptedKMS", "PCI.DSS.321-SNSEncryptedKMS"],
            Checkov = ["CKV_AWS_26"],
            Trivy = ["AWS-0095", "AWS-0136"],
            SecurityHub = ["SNS.1"],
            Sonar = ["S6327"],
            Guard = ["SNS_ENCRYPTED_KMS"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["KmsMasterKeyId"],
        Targets =
        [
            Target.Of(
                Topic,
                Prop("MasterKey").IsSet(),
                s_newKey),
            Target.Of("Amazon.CDK.AWS.SNS.CfnTopic", Prop("KmsMasterKeyId").IsSet()),
        ],
    };

    public static readonly ConstructRule RedrivePolicy = new()
    {
        Id = "SKY1088",
        Key = "SNSRedrivePolicy",
        Title = "Subscription has no dead-letter queue",
        Message = "{0} loses messages that cannot be delivered; set DeadLetterQueue",
        Why = "SNS gives up on a subscriber that does not answer, and at once on one that it may not call. The message is gone without a trace, unless a queue keeps it.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["Serverless-SNSRedrivePolicy"] },
        CfnProperties = ["RedrivePolicy"],
        Targets =
        [
            Target.Of(
                ["Amazon.CDK.AWS.SNS.Subscription", .. s_subscriptions, "Amazon.CDK.AWS.Lambda.EventSources.SnsEventSource"],
                Prop("DeadLetterQueue").IsSet(),
                Fix.Set("DeadLetterQueue", "new Amazon.CDK.AWS.SQS.Queue({scope}, \"{id}UndeliveredMessages\", new Amazon.CDK.AWS.SQS.QueueProps { EnforceSSL = true })", "Keep undelivered messages in a new queue")),
            Target.Of("Amazon.CDK.AWS.SNS.CfnSubscription", Prop("RedrivePolicy").IsSet()),
        ],
    };

    public static readonly ConstructRule SslOnly = new()
    {
        Id = "SKY1089",
        Key = "SNSTopicSSLPublishOnly",
        Title = "Topic accepts messages without TLS",
        Message = "{0} accepts messages without TLS; set EnforceSSL = true, or encrypt the topic with a KMS key",
        Why = "Without a topic policy that denies plain HTTP, a publisher that is configured wrongly sends its messages over the network in clear text. A topic under a KMS key refuses them by itself. Up to CDK 2.160, EnforceSSL alone has no effect.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-SNS3"], Sonar = ["S5332"], Cwe = ["CWE-319"] },
        CfnProperties = ["KmsMasterKeyId"],
        Targets =
        [
            Target.Of(Topic, When(That(EnforceSslHasAnEffect), AnyOf(s_isSecure, Prop("EnforceSSL").IsTrue())), Fix.Set("EnforceSSL", "true"), s_newKey),
            Target.Of(Topic, When(!That(EnforceSslHasAnEffect), s_isSecure), s_newKey),
            Target.Of("Amazon.CDK.AWS.SNS.CfnTopic", AnyOf(Prop("KmsMasterKeyId").IsSet(), s_hasPolicy, AllOf(Prop("TopicName").IsSet(), Mentions("CfnTopicPolicy")))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [EncryptionKms, RedrivePolicy, SslOnly];

    // Up to 2.160 the property alone made no policy.
    private static Verdict EnforceSslHasAnEffect(Value props, Construct topic) => topic.Cdk.IsAtLeast(2, 161) switch
    {
        true => Outcome.Satisfied,
        false => Outcome.Violated,
        null => Outcome.Unknown,
    };
}
