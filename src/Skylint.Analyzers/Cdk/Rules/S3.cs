using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon S3.</summary>
internal static class S3
{
    public static readonly ConstructRule Encryption = new()
    {
        Id = "SKY1001",
        Key = "S3ExplicitUnencrypted",
        Title = "Bucket encryption is disabled or left unstated",
        Message = "{0} does not state its encryption; set Encryption to S3_MANAGED or KMS",
        Why = "S3 encrypts new objects by default, but a bucket whose code does not say which key protects it leaves reviewers and auditors guessing, and UNENCRYPTED asks for none. State the choice: S3_MANAGED, or KMS where you need to control and audit the key.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { Checkov = ["CKV_AWS_19"], Trivy = ["AWS-0088"], SecurityHub = ["S3.4"], Sonar = ["S6245"], Cwe = ["CWE-311"] },
        CfnProperties = ["BucketEncryption"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.S3.Bucket",
                AnyOf(Prop("Encryption").IsNot("UNENCRYPTED", unset: Default.Violates), Prop("EncryptionKey").IsSet()),
                Fix.Set("Encryption", "Amazon.CDK.AWS.S3.BucketEncryption.S3_MANAGED"),
                Fix.Set("Encryption", "Amazon.CDK.AWS.S3.BucketEncryption.KMS_MANAGED")),
            Target.Of("Amazon.CDK.AWS.S3.CfnBucket", Prop("BucketEncryption").IsSet()),
        ],
    };

    public static readonly ConstructRule EnforceSsl = new()
    {
        Id = "SKY1002",
        Key = "S3BucketSSLRequestsOnly",
        Title = "Bucket accepts requests without TLS",
        Message = "{0} accepts requests without TLS; set EnforceSSL = true",
        Why = "Without a bucket policy that denies plain HTTP, objects and credentials can cross the network in clear text.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-S10", "HIPAA.Security-S3BucketSSLRequestsOnly", "NIST.800.53.R4-S3BucketSSLRequestsOnly", "NIST.800.53.R5-S3BucketSSLRequestsOnly", "PCI.DSS.321-S3BucketSSLRequestsOnly"],
            SecurityHub = ["S3.5"],
            Sonar = ["S6249"],
            Guard = ["S3_BUCKET_SSL_REQUESTS_ONLY"],
            Cwe = ["CWE-319"],
        },
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.S3.Bucket",
                AnyOf(Prop("EnforceSSL").IsTrue(), Calls("AddToResourcePolicy"), UsedBy("Amazon.CDK.AWS.S3.CfnBucketPolicy", "Amazon.CDK.AWS.S3.BucketPolicy")),
                Fix.Set("EnforceSSL", "true")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Encryption, EnforceSsl];
}
