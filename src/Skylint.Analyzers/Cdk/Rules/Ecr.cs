using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon ECR.</summary>
internal static class Ecr
{
    // A scanning configuration of the whole registry replaces those of its repositories.
    private static readonly Requirement s_registryIsScanned = Mentions("CfnRegistryScanningConfiguration");

    public static readonly ConstructRule ScanOnPush = new()
    {
        Id = "SKY1020",
        Key = "EcrScanOnPush",
        Title = "Images are not scanned for known vulnerabilities",
        Message = "Images of {0} are not scanned when they are pushed; set ImageScanOnPush = true",
        Why = "An image with a publicly known vulnerability looks like any other until somebody scans it. The basic scan on push is free.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { Checkov = ["CKV_AWS_163"], Trivy = ["AWS-0030"], SecurityHub = ["ECR.1"], Guard = ["ECR_REPO_SCAN_ON_PUSH"], Cwe = ["CWE-1104"] },
        CfnProperties = ["ImageScanningConfiguration"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.ECR.Repository", AnyOf(Prop("ImageScanOnPush").IsTrue(), s_registryIsScanned), Fix.Set("ImageScanOnPush", "true")),
            Target.Of("Amazon.CDK.AWS.ECR.CfnRepository", AnyOf(Prop("ImageScanningConfiguration.ScanOnPush").IsTrue(), s_registryIsScanned)),
        ],
    };

    public static readonly ConstructRule ImmutableTags = new()
    {
        Id = "SKY1042",
        Key = "EcrImmutableTags",
        Title = "Image tags can be overwritten",
        Message = "Tags of {0} can be overwritten; set ImageTagMutability = TagMutability.IMMUTABLE",
        Why = "A tag that was tested can point to another image by the time it is deployed, by mistake or by an attacker who may push. Nothing then shows what ran.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { Checkov = ["CKV_AWS_51"], Trivy = ["AWS-0031"], SecurityHub = ["ECR.2"] },
        CfnProperties = ["ImageTagMutability"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.ECR.Repository", Prop("ImageTagMutability").IsNot("MUTABLE", unset: Default.Violates), Fix.Set("ImageTagMutability", "Amazon.CDK.AWS.ECR.TagMutability.IMMUTABLE")),
            Target.Of("Amazon.CDK.AWS.ECR.CfnRepository", Prop("ImageTagMutability").IsNot("MUTABLE", unset: Default.Violates), Fix.Set("ImageTagMutability", "\"IMMUTABLE\"")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [ScanOnPush, ImmutableTags];
}
