using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon CloudFront.</summary>
internal static class CloudFront
{
    private const string Redirect = "Amazon.CDK.AWS.CloudFront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS";

    // From 2.273 on, with the flag, viewers are redirected where nothing else is said.
    private static readonly Default s_leftOut = Default.Since(2, 273, Default.Flag("@aws-cdk/aws-cloudfront:defaultViewerProtocolPolicyRedirectToHttps", on: Default.Satisfies, off: Default.Violates), Default.Violates);

    private static readonly Requirement s_isHttps = Prop("ViewerProtocolPolicy").IsNot("ALLOW_ALL", s_leftOut);

    private static readonly Requirement s_isHttpsL1 = Prop("ViewerProtocolPolicy").IsNot("allow-all");

    public static readonly ConstructRule ViewerHttps = new()
    {
        Id = "SKY1021",
        Key = "CloudFrontViewerHttps",
        Title = "Distribution serves viewers over plain HTTP",
        Message = "{0} serves viewers over plain HTTP; set ViewerProtocolPolicy = REDIRECT_TO_HTTPS",
        Why = "Everybody between the viewer and CloudFront can read and change pages, cookies and tokens that travel over plain HTTP.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { Checkov = ["CKV_AWS_34"], Trivy = ["AWS-0012"], SecurityHub = ["CloudFront.3"], Sonar = ["S5332"], Guard = ["CLOUDFRONT_VIEWER_POLICY_HTTPS"], Cwe = ["CWE-319"] },
        CfnProperties = ["DistributionConfig"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.CloudFront.Distribution", Prop("DefaultBehavior").Has(s_isHttps), Fix.Set("DefaultBehavior.ViewerProtocolPolicy", Redirect)),
            Target.Of("Amazon.CDK.AWS.CloudFront.Distribution", Prop("AdditionalBehaviors").Each(s_isHttps), Fix.Set("ViewerProtocolPolicy", Redirect)),
            Target.Call("Amazon.CDK.AWS.CloudFront.Distribution", "AddBehavior", Prop("behaviorOptions").Has(s_isHttps), Fix.Set("ViewerProtocolPolicy", Redirect)),
            // The older class redirects by itself.
            Target.Of("Amazon.CDK.AWS.CloudFront.CloudFrontWebDistribution", Prop("ViewerProtocolPolicy").IsNot("ALLOW_ALL"), Fix.Set("ViewerProtocolPolicy", Redirect)),
            Target.Of("Amazon.CDK.AWS.CloudFront.CfnDistribution", Prop("DistributionConfig.DefaultCacheBehavior").Has(s_isHttpsL1), Fix.Set("ViewerProtocolPolicy", "\"redirect-to-https\"")),
            Target.Of("Amazon.CDK.AWS.CloudFront.CfnDistribution", Prop("DistributionConfig.CacheBehaviors").Each(s_isHttpsL1), Fix.Set("ViewerProtocolPolicy", "\"redirect-to-https\"")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [ViewerHttps];
}
