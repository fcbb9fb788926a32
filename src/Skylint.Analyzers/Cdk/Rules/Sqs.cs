using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon SQS.</summary>
internal static class Sqs
{
    internal static readonly Requirement IsDeadLetterQueue = AnyOf(
        IsNamed("dlq", "deadletter", "dead-letter", "dead_letter"),
        AssignedTo("DeadLetterQueue", "Dlq", "OnFailure", "DeadLetterTargetArn", "DeadLetterConfig"),
        UsedBy("Amazon.CDK.AWS.SQS.DeadLetterQueue", "Amazon.CDK.AWS.Lambda.EventSources.SqsDlq", "Amazon.CDK.AWS.Lambda.Destinations.SqsDestination"));

    private const string EveryQueue = "every_queue";

    private static readonly Requirement s_hasPolicy = UsedBy("Amazon.CDK.AWS.SQS.CfnQueuePolicy", "Amazon.CDK.AWS.SQS.CfnQueuePolicyProps", "Amazon.CDK.AWS.SQS.QueuePolicy", "Amazon.CDK.AWS.SQS.QueuePolicyProps");

    private static readonly Requirement s_isServed = AnyOf(Prop("RedrivePolicy").IsSet(), Prop("RedriveAllowPolicy").IsSet(), IsDeadLetterQueue);

    public static readonly ConstructRule DeadLetterQueue = new()
    {
        Id = "SKY1003",
        Key = "SQSQueueDLQ",
        Title = "Queue has no dead-letter queue",
        Message = "{0} has no dead-letter queue; set DeadLetterQueue",
        Why = "A message that cannot be processed returns to the queue until it expires: it blocks a FIFO group, costs money with every attempt and is lost in the end without a trace.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"] },
        Options = [new RuleOption(EveryQueue, "false", "Also report queues that are dead-letter queues themselves, as cdk-nag does.") { CdkNag = ["Serverless-SQSRedrivePolicy"] }],
        CfnProperties = ["RedrivePolicy"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.SQS.Queue",
                AnyOf(Prop("DeadLetterQueue").IsSet(), IsDeadLetterQueue),
                Fix.Set(
                    "DeadLetterQueue",
                    "new Amazon.CDK.AWS.SQS.DeadLetterQueue { MaxReceiveCount = 3, Queue = new Amazon.CDK.AWS.SQS.Queue({scope}, \"{id}DeadLetters\", new Amazon.CDK.AWS.SQS.QueueProps { EnforceSSL = true }) }",
                    "Add a dead-letter queue after three attempts")),
            Target.Of("Amazon.CDK.AWS.SQS.CfnQueue", s_isServed),
            // Those that the others excuse, or leave open.
            Target.Of("Amazon.CDK.AWS.SQS.Queue", AnyOf(Prop("DeadLetterQueue").IsSet(), IsViolated(IsDeadLetterQueue))) with { Option = EveryQueue },
            Target.Of("Amazon.CDK.AWS.SQS.CfnQueue", AnyOf(Prop("RedrivePolicy").IsSet(), IsViolated(s_isServed))) with { Option = EveryQueue },
        ],
    };

    public static readonly ConstructRule EnforceSsl = new()
    {
        Id = "SKY1011",
        Key = "SQSQueueSSLRequestsOnly",
        Title = "Queue accepts requests without TLS",
        Message = "{0} accepts requests without TLS; set EnforceSSL = true",
        Why = "Without a queue policy that denies plain HTTP, a client that is configured wrongly sends its messages and signatures over the network in clear text.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-SQS4"], Sonar = ["S5332"], Cwe = ["CWE-319"] },
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.SQS.Queue",
                AnyOf(Prop("EnforceSSL").IsTrue(), Calls("AddToResourcePolicy"), s_hasPolicy),
                Fix.Set("EnforceSSL", "true")),
            // A policy can also name the queue by its address, and then nothing in the code ties the two together.
            Target.Of("Amazon.CDK.AWS.SQS.CfnQueue", AnyOf(s_hasPolicy, AllOf(Prop("QueueName").IsSet(), Mentions("CfnQueuePolicy")))),
        ],
    };

    public static readonly ConstructRule Encryption = new()
    {
        Id = "SKY1090",
        Key = "SQSQueueSSE",
        Title = "Encryption of a queue is switched off",
        Message = "{0} keeps its messages unencrypted; set Encryption = QueueEncryption.SQS_MANAGED",
        Why = "SQS encrypts every queue for free unless it is told not to. Messages wait for days in a queue, and what is in them is rarely meant for everybody.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-SQS2"],
            SecurityHub = ["SQS.1"],
            Checkov = ["CKV_AWS_27"],
            Trivy = ["AWS-0096", "AWS-0135"],
            Sonar = ["S6330"],
            Guard = ["SQS_QUEUE_KMS_MASTER_KEY_ID_RULE"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["SqsManagedSseEnabled", "KmsMasterKeyId"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.SQS.Queue",
                AnyOf(Prop("Encryption").IsNot("UNENCRYPTED"), Prop("EncryptionMasterKey").IsSet()),
                Fix.Set("Encryption", "Amazon.CDK.AWS.SQS.QueueEncryption.SQS_MANAGED")),
            Target.Of("Amazon.CDK.AWS.SQS.CfnQueue", AnyOf(Prop("SqsManagedSseEnabled").IsNotFalse(), Prop("KmsMasterKeyId").IsSet()), Fix.Set("SqsManagedSseEnabled", "true")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [DeadLetterQueue, EnforceSsl, Encryption];
}
