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
}
