using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon SNS.</summary>
internal static class Sns
{
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
                "Amazon.CDK.AWS.SNS.Topic",
                Prop("MasterKey").IsSet(),
                Fix.Set(
                    "MasterKey",
                    "new Amazon.CDK.AWS.KMS.Key({scope}, \"{id}Key\", new Amazon.CDK.AWS.KMS.KeyProps { EnableKeyRotation = true })",
                    "Encrypt with a new customer-managed key")),
            Target.Of("Amazon.CDK.AWS.SNS.CfnTopic", Prop("KmsMasterKeyId").IsSet()),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [EncryptionKms];
}
