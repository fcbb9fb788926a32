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

    public static readonly ConstructRule Lifecycle = new()
    {
        Id = "SKY1159",
        Key = "EcrLifecycle",
        Title = "Images are kept for ever",
        Message = "{0} keeps every image that was ever pushed; add a lifecycle rule",
        Why = "Each build adds an image, and storage is paid for all of them. Old images are also what somebody deploys by mistake, with vulnerabilities that have long been repaired.",
        Category = Category.Cost,
        Level = Level.Info,
        References = new References { SecurityHub = ["ECR.3"] },
        CfnProperties = ["LifecyclePolicy"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.ECR.Repository",
                AnyOf(Prop("LifecycleRules").IsSet(), Calls("AddLifecycleRule")),
                Fix.Set("LifecycleRules", "new[] { new Amazon.CDK.AWS.ECR.LifecycleRule { MaxImageCount = 30 } }", "Keep the last 30 images")),
            Target.Of("Amazon.CDK.AWS.ECR.CfnRepository", Prop("LifecyclePolicy").IsSet()),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [ScanOnPush, ImmutableTags, Lifecycle];
}
