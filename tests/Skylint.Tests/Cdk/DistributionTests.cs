using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Amazon CloudFront.</summary>
public sealed class DistributionTests
{
    private static readonly StackSource s_stack = new("CloudFront", "CloudFront.Origins");

    private const string Https = "ViewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS";
    private const string Http = "ViewerProtocolPolicy = ViewerProtocolPolicy.ALLOW_ALL";
    private const string Origin = "Origin = new HttpOrigin(\"example.com\")";
    private const string Bare = "new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { " + Origin + " } });";

    [Theory]
    [InlineData(Bare)]
    [InlineData("new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { " + Origin + ", " + Http + " } });")]
    [InlineData("new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { " + Origin + ", " + Https + " }, AdditionalBehaviors = new Dictionary<string, IBehaviorOptions> { [\"/a\"] = new BehaviorOptions { " + Origin + " } } });")]
    [InlineData("var d = new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { " + Origin + ", " + Https + " } }); d.AddBehavior(\"/a\", new HttpOrigin(\"example.com\"));")]
    [InlineData("var d = new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { " + Origin + ", " + Https + " } }); d.AddBehavior(\"/a\", new HttpOrigin(\"example.com\"), new AddBehaviorOptions { " + Http + " });")]
    [InlineData("new CloudFrontWebDistribution(this, \"D\", new CloudFrontWebDistributionProps { OriginConfigs = new ISourceConfiguration[0], " + Http + " });")]
    [InlineData("new CfnDistribution(this, \"D\", new CfnDistributionProps { DistributionConfig = new CfnDistribution.DistributionConfigProperty { Enabled = true, DefaultCacheBehavior = new CfnDistribution.DefaultCacheBehaviorProperty { TargetOriginId = \"o\", ViewerProtocolPolicy = \"allow-all\" } } });")]
    public Task Bad(string statements) => s_stack.Flagged("SKY1021", statements, Refs.Cdk);

    [Theory]
    [InlineData("new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { " + Origin + ", ViewerProtocolPolicy = ViewerProtocolPolicy.HTTPS_ONLY } });")]
    [InlineData("var d = new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { " + Origin + ", " + Https + " } }); d.AddBehavior(\"/a\", new HttpOrigin(\"example.com\"), new AddBehaviorOptions { " + Https + " });")]
    [InlineData("new CloudFrontWebDistribution(this, \"D\", new CloudFrontWebDistributionProps { OriginConfigs = new ISourceConfiguration[0] });")]
    [InlineData("new CfnDistribution(this, \"D\", new CfnDistributionProps { DistributionConfig = new CfnDistribution.DistributionConfigProperty { Enabled = true, DefaultCacheBehavior = new CfnDistribution.DefaultCacheBehaviorProperty { TargetOriginId = \"o\", ViewerProtocolPolicy = \"https-only\" } } });")]
    [InlineData("new CfnDistribution(this, \"D\", new CfnDistributionProps { DistributionConfig = text });")]
    public Task Good(string statements) => s_stack.Silent("SKY1021", statements, Refs.Cdk);

    [Fact]
    public async Task The_default_follows_the_flag_from_2_273_on()
    {
        const string Flag = "@aws-cdk/aws-cloudfront:defaultViewerProtocolPolicyRedirectToHttps";
        await s_stack.Flagged("SKY1021", Bare, Refs.Cdk103);
        await s_stack.Flagged("SKY1021", Bare, StackSource.WithFlags(Refs.Cdk277));
        await s_stack.Silent("SKY1021", Bare, StackSource.WithFlags(Refs.Cdk277, Flag));
        await s_stack.Silent("SKY1021", Bare, Refs.Cdk277);
    }

    [Fact]
    public Task An_added_behavior_is_fixed_at_its_call() => s_stack.Fix(
        "SKY1021",
        "var d = new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { " + Origin + ", " + Https + " } }); d.AddBehavior(\"/a\", new HttpOrigin(\"example.com\"), new AddBehaviorOptions { Compress = true });",
        "var d = new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { " + Origin + ", " + Https + " } }); d.AddBehavior(\"/a\", new HttpOrigin(\"example.com\"), new AddBehaviorOptions { Compress = true, " + Https + " });",
        Refs.Cdk);

    [Theory]
    [InlineData("SKY1059", Bare)]
    [InlineData("SKY1061", Bare)]
    [InlineData("SKY1061", "new CloudFrontWebDistribution(this, \"D\", new CloudFrontWebDistributionProps { OriginConfigs = new ISourceConfiguration[0], ViewerCertificate = ViewerCertificate.FromIamCertificate(text) });")]
    [InlineData("SKY1062", "new HttpOrigin(text, new HttpOriginProps { OriginSslProtocols = new[] { OriginSslPolicy.TLS_V1, OriginSslPolicy.TLS_V1_2 } });")]
    [InlineData("SKY1062", "new LoadBalancerV2Origin(null!, new LoadBalancerV2OriginProps { ProtocolPolicy = OriginProtocolPolicy.HTTP_ONLY });")]
    [InlineData("SKY1062", "new S3StaticWebsiteOrigin(new Amazon.CDK.AWS.S3.Bucket(this, \"B\"));")]
    [InlineData("SKY1063", "new S3Origin(new Amazon.CDK.AWS.S3.Bucket(this, \"B\"));")]
    [InlineData("SKY1063", "S3BucketOrigin.WithOriginAccessIdentity(new Amazon.CDK.AWS.S3.Bucket(this, \"B\"));")]
    public Task Packs_bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1059", "new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = null!, LogBucket = new Amazon.CDK.AWS.S3.Bucket(this, \"B\") });")]
    [InlineData("SKY1059", "var d = new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = null! }); new Amazon.CDK.AWS.Logs.CfnDeliverySource(this, \"S\", new Amazon.CDK.AWS.Logs.CfnDeliverySourceProps { Name = text, ResourceArn = $\"arn:{d.DistributionId}\" });")]
    [InlineData("SKY1061", "new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = null!, Certificate = given ? new Amazon.CDK.AWS.CertificateManager.Certificate(this, \"C\", null!) : null });")]
    [InlineData("SKY1062", "new HttpOrigin(text);")]
    [InlineData("SKY1062", "new HttpOrigin(text, new HttpOriginProps { ProtocolPolicy = given ? OriginProtocolPolicy.HTTP_ONLY : OriginProtocolPolicy.HTTPS_ONLY });")]
    [InlineData("SKY1063", "new S3Origin(Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, \"B\", text));")]
    // A website endpoint is reached like any web server; origin access control is for buckets.
    [InlineData("SKY1063", "new S3Origin(new Amazon.CDK.AWS.S3.Bucket(this, \"B\", new Amazon.CDK.AWS.S3.BucketProps { WebsiteIndexDocument = text }));")]
    [InlineData("SKY1063", "S3BucketOrigin.WithOriginAccessControl(new Amazon.CDK.AWS.S3.Bucket(this, \"B\"));")]
    [InlineData("SKY1064", "var d = new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = null! }); ((CfnDistribution)d.Node.DefaultChild!).AddPropertyOverride(\"DistributionConfig.WebACLId\", text);")]
    public Task Packs_good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task A_web_acl_can_be_attached_later() =>
        s_stack.Silent("SKY1064", "var d = new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = null! }); d.AttachWebAclId(text);", Refs.Cdk277);

    [Fact]
    public Task What_the_new_origin_has_no_place_for_is_not_lost() =>
        s_stack.NoFix("SKY1063", "new S3Origin(new Amazon.CDK.AWS.S3.Bucket(this, \"B\"), new S3OriginProps { OriginPath = text });", Refs.Cdk);
}
