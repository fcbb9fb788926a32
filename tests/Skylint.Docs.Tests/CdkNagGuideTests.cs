using Skylint.Catalog;
using Xunit;

namespace Skylint.Docs.Tests;

/// <summary>The table of cdk-nag's rules follows from ours.</summary>
public sealed class CdkNagGuideTests
{
    private static readonly Rule s_byIdentifier = Rules.Warning with { References = new References { CdkNag = ["AwsSolutions-S10"] } };

    private static readonly Rule s_byName = Rules.Off with { Key = "KMSBackingKeyRotationEnabled" };

    [Fact]
    public void A_rule_stands_beside_what_it_refers_to() =>
        Assert.Contains("| `S3BucketSSLRequestsOnly` (AwsSolutions-S10) | [SKY2001](../rules/SKY2001.md) | warning | yes |  |", Text(s_byIdentifier), StringComparison.Ordinal);

    [Fact]
    public void A_rule_stands_beside_its_namesake_with_the_reason_for_no_fix() =>
        Assert.Contains("| `KMSBackingKeyRotationEnabled` (AwsSolutions-KMS5) | [SKY2002](../rules/SKY2002.md) | off | no | No fix: Only the team knows what it needs. |", Text(s_byName), StringComparison.Ordinal);

    [Fact]
    public void What_nobody_covers_says_why() =>
        Assert.Contains("| `VPCNoNACLs` (AwsSolutions-VPC3) | none | | | It objects", Text(), StringComparison.Ordinal);

    [Fact]
    public void The_summary_counts_rules_of_both_sides() =>
        Assert.Matches(@"Skylint covers 2 of them with\s+2 rules, 1 of which have a code fix", Text(s_byIdentifier, s_byName));

    private static string Text(params Rule[] rules) => CdkNagGuide.Render(rules).Text;
}
