using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon CloudFront.</summary>
internal static class CloudFront
{
    private const string Redirect = "Amazon.CDK.AWS.CloudFront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS";

    // From 2.273 on, with the flag, viewers are redirected where nothing else is said.
    private static readonly Default s_leftOut = Default.Since(2, 273, Default.Flag("@aws-cdk/aws-cloudfront:defaultViewerProtocolPolicyRedirectToHttps", on: Default.Satisfies, off: Default.Violates), Default.Violates);

    private static readonly Requirement s_isHttps = Prop("ViewerProtocolPolicy").IsNot("ALLOW_ALL", s_leftOut);

    private const string Distribution = "Amazon.CDK.AWS.CloudFront.Distribution";
    private const string WebDistribution = "Amazon.CDK.AWS.CloudFront.CloudFrontWebDistribution";
    private const string CfnDistribution = "Amazon.CDK.AWS.CloudFront.CfnDistribution";

    private static readonly string[] s_outdated = ["SSL_V3", "TLS_V1", "TLS_V1_2016", "SSLv3", "TLSv1", "TLSv1_2016"];

    private static readonly Fix s_currentTls = Fix.Set("MinimumProtocolVersion", "Amazon.CDK.AWS.CloudFront.SecurityPolicyProtocol.TLS_V1_2_2021");

    private static readonly Requirement s_isHttpsL1 = Prop("ViewerProtocolPolicy").IsNot("allow-all");

    private static readonly string[] s_httpOrigins = ["Amazon.CDK.AWS.CloudFront.Origins.HttpOrigin", "Amazon.CDK.AWS.CloudFront.Origins.LoadBalancerV2Origin"];

    private static readonly Fix s_accessControl = Fix.Replace("Amazon.CDK.AWS.CloudFront.Origins.S3BucketOrigin.WithOriginAccessControl({bucket})", "Use origin access control");

    private static readonly Requirement s_isForeignOrWebsite = That((_, origin) => IsForeignOrWebsite(origin.Argument("bucket"), origin));

    // The second version of the access logs is configured beside the distribution.
    private static readonly Requirement s_isDelivered = CompletedBy("Amazon.CDK.AWS.Logs.CfnDeliverySource", "Amazon.CDK.AWS.Logs.CfnDeliverySourceProps");

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

    public static readonly ConstructRule AccessLogging = new()
    {
        Id = "SKY1059",
        Key = "CloudFrontDistributionAccessLogging",
        Title = "Distribution keeps no access log",
        Message = "{0} keeps no access log; set EnableLogging = true",
        Why = "What CloudFront answers from its cache reaches no server of yours: without its log, requests from an attacker, or for a page that is missing, are never seen.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["AwsSolutions-CFR3"],
            SecurityHub = ["CloudFront.5"],
            Checkov = ["CKV_AWS_86"],
            Trivy = ["AWS-0010"],
            Sonar = ["S6258"],
            Guard = ["CLOUDFRONT_ACCESSLOGS_ENABLED"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["DistributionConfig", "StreamingDistributionConfig"],
        Targets =
        [
            Target.Of(Distribution, AnyOf(Prop("EnableLogging").IsTrue(), Prop("LogBucket").IsSet(), s_isDelivered), Fix.Set("EnableLogging", "true")),
            Target.Of(WebDistribution, AnyOf(Prop("LoggingConfig").IsSet(), s_isDelivered), Fix.Set("LoggingConfig", "new Amazon.CDK.AWS.CloudFront.LoggingConfiguration()", "Write an access log to a new bucket")),
            Target.Of(CfnDistribution, AnyOf(Prop("DistributionConfig.Logging").IsSet(), s_isDelivered)),
            Target.Of("Amazon.CDK.AWS.CloudFront.CfnStreamingDistribution", Prop("StreamingDistributionConfig.Logging.Enabled").IsTrue()),
        ],
    };

    public static readonly ConstructRule GeoRestriction = new()
    {
        Id = "SKY1060",
        Key = "CloudFrontDistributionGeoRestrictions",
        Title = "Distribution serves every country",
        Message = "{0} serves every country; set GeoRestriction if it is meant for some",
        Why = "An application for a few countries is attacked from all of them. What its licence or the law allows in some countries only has to be refused in the others.",
        NoFix = "For which countries the content is meant is a business decision.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-CFR1"] },
        CfnProperties = ["DistributionConfig"],
        Targets =
        [
            Target.Of([Distribution, WebDistribution], Prop("GeoRestriction").IsSet()),
            Target.Of(CfnDistribution, Prop("DistributionConfig.Restrictions.GeoRestriction.RestrictionType").IsNot("none", Default.Violates)),
        ],
    };

    public static readonly ConstructRule ViewerTls = new()
    {
        Id = "SKY1061",
        Key = "CloudFrontDistributionHttpsViewerNoOutdatedSSL",
        Title = "Viewers may connect with outdated TLS",
        Message = "{0} lets viewers connect with TLS 1.0; set a certificate of your own and MinimumProtocolVersion = TLS_V1_2_2021",
        Why = "TLS 1.0 and 1.1 have known weaknesses, and payment and health rules forbid them. With the certificate of cloudfront.net the minimum cannot be raised: it takes a certificate and a domain name of your own.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["AwsSolutions-CFR4"],
            SecurityHub = ["CloudFront.7", "CloudFront.8"],
            Checkov = ["CKV_AWS_174"],
            Trivy = ["AWS-0013"],
            Sonar = ["S4423"],
            Guard = ["CLOUDFRONT_MINIMUM_PROTOCOL_VERSION_RULE", "CLOUDFRONT_SNI_ENABLED", "CLOUDFRONT_CUSTOM_SSL_CERTIFICATE"],
            Cwe = ["CWE-326"],
        },
        CfnProperties = ["DistributionConfig"],
        Targets =
        [
            Target.Of(Distribution, Prop("Certificate").IsSet()),
            Target.Of(Distribution, When(Prop("Certificate").IsSet(), Prop("MinimumProtocolVersion").IsNot(s_outdated)), s_currentTls),
            Target.Of(Distribution, When(Prop("Certificate").IsSet(), Prop("SslSupportMethod").IsNot("VIP")), Fix.Set("SslSupportMethod", "Amazon.CDK.AWS.CloudFront.SSLMethod.SNI")),
            Target.Of(WebDistribution, Prop("ViewerCertificate").Has(That(IsCurrentCertificate))),
            Target.Of(CfnDistribution, Prop("DistributionConfig.ViewerCertificate").Has(AllOf(
                Prop("CloudFrontDefaultCertificate").IsFalse(),
                Prop("MinimumProtocolVersion").IsNot(s_outdated, Default.Violates),
                Prop("SslSupportMethod").IsNot("vip", Default.Violates))), Fix.Set("MinimumProtocolVersion", "\"TLSv1.2_2021\"")),
        ],
    };

    public static readonly ConstructRule OriginTls = new()
    {
        Id = "SKY1062",
        Key = "CloudFrontDistributionNoOutdatedSSL",
        Title = "CloudFront reaches the origin without current TLS",
        Message = "{0} is reached over plain HTTP or outdated TLS; set ProtocolPolicy = HTTPS_ONLY and OriginSslProtocols to TLS_V1_2",
        Why = "The lock in the browser ends at CloudFront. From there to the origin, requests cross the internet in clear text or under a protocol that is known to be broken.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-CFR5"], SecurityHub = ["CloudFront.9", "CloudFront.10"], Checkov = ["CKV2_AWS_72"], Sonar = ["S5332", "S4423"], Cwe = ["CWE-319", "CWE-326"] },
        CfnProperties = ["DistributionConfig"],
        Targets =
        [
            Target.Of(s_httpOrigins, Prop("ProtocolPolicy").IsNot(["HTTP_ONLY", "MATCH_VIEWER"]), Fix.Set("ProtocolPolicy", "Amazon.CDK.AWS.CloudFront.OriginProtocolPolicy.HTTPS_ONLY")),
            Target.Of(
                s_httpOrigins,
                When(Prop("ProtocolPolicy").IsNot("HTTP_ONLY"), Prop("OriginSslProtocols").Each(Self.IsNot(s_outdated))),
                Fix.Set("OriginSslProtocols", "new[] { Amazon.CDK.AWS.CloudFront.OriginSslPolicy.TLS_V1_2 }", "Use TLS 1.2 only")),
            // The website endpoint of a bucket knows no HTTPS.
            Target.Of("Amazon.CDK.AWS.CloudFront.Origins.S3StaticWebsiteOrigin", Never),
            Target.Of(WebDistribution, Prop("OriginConfigs").Each(When(Prop("CustomOriginSource").IsSet(), AllOf(
                Prop("CustomOriginSource.OriginProtocolPolicy").IsNot(["HTTP_ONLY", "MATCH_VIEWER"]),
                Prop("CustomOriginSource.AllowedOriginSSLVersions").Each(Self.IsNot(s_outdated)))))),
            Target.Of(CfnDistribution, Prop("DistributionConfig.Origins").Each(When(Prop("CustomOriginConfig").IsSet(), AllOf(
                Prop("CustomOriginConfig.OriginProtocolPolicy").Is("https-only"),
                Prop("CustomOriginConfig.OriginSslProtocols").Each(Self.IsNot(s_outdated), Default.Violates)))), Fix.Set("OriginProtocolPolicy", "\"https-only\"")),
        ],
    };

    public static readonly ConstructRule OriginAccess = new()
    {
        Id = "SKY1063",
        Key = "CloudFrontDistributionS3OriginAccessControl",
        Title = "Bucket behind CloudFront has no origin access control",
        Message = "CloudFront reaches the bucket without origin access control; use S3BucketOrigin.WithOriginAccessControl",
        Why = "The older origin access identity cannot read objects under a KMS key, does not work in new regions and signs with an outdated scheme; with neither, the bucket has to be public.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-CFR7"], SecurityHub = ["CloudFront.13"], Guard = ["CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED"], Cwe = ["CWE-284"] },
        CfnProperties = ["DistributionConfig"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.CloudFront.Origins.S3Origin", s_isForeignOrWebsite, s_accessControl),
            Target.Call("Amazon.CDK.AWS.CloudFront.Origins.S3BucketOrigin", "WithOriginAccessIdentity", s_isForeignOrWebsite, s_accessControl),
            Target.Call("Amazon.CDK.AWS.CloudFront.Origins.S3BucketOrigin", "WithBucketDefaults", s_isForeignOrWebsite, s_accessControl),
            // The older class knows no access control at all.
            Target.Of(WebDistribution, Prop("OriginConfigs").Each(Prop("S3OriginSource").IsUnset())),
            Target.Of(CfnDistribution, Prop("DistributionConfig.Origins").Each(AnyOf(Prop("S3OriginConfig").IsUnset(), Prop("OriginAccessControlId").IsNot("", Default.Violates)))),
        ],
    };

    public static readonly ConstructRule WebAcl = new()
    {
        Id = "SKY1064",
        Key = "CloudFrontDistributionWAFIntegration",
        Title = "Distribution is not behind a web ACL",
        Message = "{0} is not behind a web ACL; set WebAclId",
        Why = "At the edge a web ACL stops known attacks and floods of requests before they cost anything or reach the origin.",
        NoFix = "Which rules the web ACL has, and what it costs, is for the team to decide.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-CFR2"], SecurityHub = ["CloudFront.6"], Checkov = ["CKV_AWS_68"], Trivy = ["AWS-0011"] },
        CfnProperties = ["DistributionConfig"],
        Targets =
        [
            Target.Of(Distribution, AnyOf(Prop("WebAclId").IsSet(), Calls("AttachWebAclId"))),
            Target.Of(WebDistribution, Prop("WebACLId").IsSet()),
            Target.Of(CfnDistribution, Prop("DistributionConfig.WebAclId").IsSet()),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [ViewerHttps, AccessLogging, GeoRestriction, ViewerTls, OriginTls, OriginAccess, WebAcl];

    private static Verdict IsCurrentCertificate(Value certificate, Construct distribution)
    {
        if (certificate is UnsetValue or NullValue or CallValue { Method.Name: "FromCloudFrontDefaultCertificate" })
            return Outcome.Violated;
        if (certificate is not CallValue { Method.Name: "FromAcmCertificate" or "FromIamCertificate" } call)
            return Outcome.Unknown;
        var options = call.Arguments.Count > 1 ? call.Arguments[1] : UnsetValue.Instance;
        // The older class still takes TLS 1.0 when nothing is said.
        return AllOf(Prop("SecurityPolicy").IsNot(s_outdated, Default.Violates), Prop("SslMethod").IsNot("VIP")).Check(options, distribution);
    }

    // What another stack owns has its policy there, and a website endpoint is reached like any web server.
    private static Verdict IsForeignOrWebsite(Value bucket, Construct origin) => bucket switch
    {
        CallValue => Outcome.Satisfied,
        ObjectValue { Type.Name: "Bucket" } made => made.Arguments.TryGetValue("props", out var props) ? Prop("WebsiteIndexDocument").IsSet().Check(props, origin) : Outcome.Violated,
        _ => Outcome.Unknown,
    };
}
