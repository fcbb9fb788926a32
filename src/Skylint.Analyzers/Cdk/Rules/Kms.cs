using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS KMS.</summary>
internal static class Kms
{
    public static readonly ConstructRule Rotation = new()
    {
        Id = "SKY1013",
        Key = "KMSBackingKeyRotationEnabled",
        Title = "Key is never rotated",
        Message = "The key material of {0} is never rotated; set EnableKeyRotation = true",
        Why = "The longer one key encrypts everything, the more is lost when it is compromised. Rotation replaces the key material once a year, keeps old data readable and needs no change to any client.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-KMS5", "NIST.800.53.R4-KMSBackingKeyRotationEnabled", "NIST.800.53.R5-KMSBackingKeyRotationEnabled", "PCI.DSS.321-KMSBackingKeyRotationEnabled"],
            Checkov = ["CKV_AWS_7"],
            Trivy = ["AWS-0065"],
            SecurityHub = ["KMS.4"],
            Guard = ["CMK_BACKING_KEY_ROTATION_ENABLED"],
            Cwe = ["CWE-320"],
        },
        CfnProperties = ["EnableKeyRotation", "KeySpec"],
        Targets =
        [
            // Only symmetric keys whose material KMS made can rotate.
            Target.Of(
                "Amazon.CDK.AWS.KMS.Key",
                AnyOf(Prop("EnableKeyRotation").IsTrue(), IsAsymmetric, AllOf(Prop("EnableKeyRotation").IsUnset(), Prop("RotationPeriod").IsSet())),
                Fix.Set("EnableKeyRotation", "true")),
            Target.Of(
                "Amazon.CDK.AWS.KMS.CfnKey",
                AnyOf(Prop("EnableKeyRotation").IsTrue(), IsAsymmetric, Prop("Origin").IsOneOf(["EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"])),
                Fix.Set("EnableKeyRotation", "true")),
            // A pipeline that may cross accounts makes a key for its artifacts, unless it is given a bucket.
            Target.Of(
                "Amazon.CDK.AWS.CodePipeline.Pipeline",
                AnyOf(
                    Prop("EnableKeyRotation").IsTrue(),
                    Prop("CrossAccountKeys").IsFalse(Default.Flag("@aws-cdk/aws-codepipeline:crossAccountKeysDefaultValueToFalse", on: Default.Satisfies, off: Default.Violates)),
                    Prop("ArtifactBucket").IsSet(),
                    Prop("CrossRegionReplicationBuckets").IsSet()),
                Fix.Set("EnableKeyRotation", "true")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Rotation];

    private static Requirement IsAsymmetric => AnyOf(
        Prop("KeySpec").IsNot("SYMMETRIC_DEFAULT", unset: Default.Violates),
        Prop("KeyUsage").IsOneOf(["SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"]));
}
