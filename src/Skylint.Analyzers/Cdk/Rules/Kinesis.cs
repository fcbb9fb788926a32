using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon Kinesis Data Streams, Data Firehose and managed Flink.</summary>
internal static class Kinesis
{
    private const string Checkpoints = "ApplicationConfiguration.FlinkApplicationConfiguration.CheckpointConfiguration";

    // What Firehose reads from a stream or a topic is encrypted there; it takes no setting of its own.
    private static readonly Requirement s_readsFromStream = AnyOf(
        Prop("KinesisStreamSourceConfiguration").IsSet(),
        Prop("MskSourceConfiguration").IsSet(),
        Circumstance(Prop("DeliveryStreamType").IsOneOf(["KinesisStreamAsSource", "MSKAsSource"])));

    public static readonly ConstructRule Checkpointing = new()
    {
        Id = "SKY1183",
        Key = "KinesisDataAnalyticsFlinkCheckpointing",
        Title = "Flink application takes no checkpoints",
        Message = "{0} switches checkpoints off; set CheckpointingEnabled = true",
        Why = "After a failure, an update or a scaling the application goes back to its last checkpoint. Without one it starts empty: counts are wrong and records are read twice or not at all.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-KDA3"] },
        CfnProperties = ["ApplicationConfiguration"],
        Targets =
        [
            // Left out, the service takes checkpoints by itself.
            Target.Of(
                ["Amazon.CDK.AWS.KinesisAnalytics.CfnApplicationV2", "Amazon.CDK.AWS.KinesisAnalyticsV2.CfnApplication"],
                When(
                    AllOf(
                        Circumstance(Prop("RuntimeEnvironment").Test(v => PropertyPath.Name(v) is { } name ? name.StartsWith("flink", StringComparison.OrdinalIgnoreCase) ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, Default.Unknown)),
                        Circumstance(Prop(Checkpoints + ".ConfigurationType").Is("CUSTOM"))),
                    Prop(Checkpoints + ".CheckpointingEnabled").IsTrue()),
                Fix.Set(Checkpoints + ".CheckpointingEnabled", "true", "Set CheckpointingEnabled = true")),
        ],
    };

    public static readonly ConstructRule FirehoseEncryption = new()
    {
        Id = "SKY1184",
        Key = "KinesisDataFirehoseSSE",
        Title = "Delivery stream is not encrypted",
        Message = "{0} keeps records unencrypted until they are delivered; encrypt it, the service's own key costs nothing",
        Why = "Records wait in the delivery stream, for up to a day when the destination is down.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-KDF1"], Guard = ["KINESIS_FIREHOSE_DELIVERY_STREAM_ENCRYPTION_RULE"], Cwe = ["CWE-311"] },
        CfnProperties = ["DeliveryStreamEncryptionConfigurationInput"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStream",
                AnyOf(Prop("DeliveryStreamEncryptionConfigurationInput").IsSet(), s_readsFromStream),
                Fix.Set("DeliveryStreamEncryptionConfigurationInput.KeyType", "\"AWS_OWNED_CMK\"", "Encrypt with the service's own key")),
            Target.Of(
                "Amazon.CDK.AWS.KinesisFirehose.DeliveryStream",
                AnyOf(Prop("Encryption").Test(v => v switch { CallValue { Method.Name: "Unencrypted" } => Outcome.Violated, CallValue => Outcome.Satisfied, _ => Outcome.Unknown }, Default.Violates), Prop("Source").IsSet()),
                Fix.Set("Encryption", "Amazon.CDK.AWS.KinesisFirehose.StreamEncryption.AwsOwnedKey()", "Encrypt with the service's own key")),
        ],
    };

    public static readonly ConstructRule StreamEncryption = new()
    {
        Id = "SKY1185",
        Key = "KinesisDataStreamSSE",
        Title = "Data stream is not encrypted",
        Message = "{0} stores its records unencrypted; encrypt it with a KMS key",
        Why = "A stream keeps every record for a day at least, up to a year. Encryption with the service's managed key takes one line.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-KDS1"],
            Checkov = ["CKV_AWS_43"],
            Trivy = ["AWS-0064"],
            SecurityHub = ["Kinesis.1"],
            Guard = ["KINESIS_STREAM_ENCRYPTION_RULE"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["StreamEncryption"],
        Targets =
        [
            // Left out, the library encrypts in every region that can.
            Target.Of(
                "Amazon.CDK.AWS.Kinesis.Stream",
                AnyOf(Prop("Encryption").IsNot("UNENCRYPTED"), Prop("EncryptionKey").IsSet()),
                Fix.Set("Encryption", "Amazon.CDK.AWS.Kinesis.StreamEncryption.MANAGED")),
            Target.Of(
                "Amazon.CDK.AWS.Kinesis.CfnStream",
                Prop("StreamEncryption").IsSet(),
                Fix.Set("StreamEncryption", "new Amazon.CDK.AWS.Kinesis.CfnStream.StreamEncryptionProperty { EncryptionType = \"KMS\", KeyId = \"alias/aws/kinesis\" }", "Encrypt with the service's managed key")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Checkpointing, FirehoseEncryption, StreamEncryption];
}
