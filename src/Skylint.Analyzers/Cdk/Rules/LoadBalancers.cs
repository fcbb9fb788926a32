using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Application and Network Load Balancers as a whole; those about what they serve are in <see cref="LoadBalancing"/>.</summary>
internal static class LoadBalancers
{
    private const string Namespace = "Amazon.CDK.AWS.ElasticLoadBalancingV2.";
    private const string Application = Namespace + "ApplicationLoadBalancer";
    private const string Network = Namespace + "NetworkLoadBalancer";
    private const string CfnBalancer = Namespace + "CfnLoadBalancer";

    private static readonly Requirement s_isApplication = Prop("Type").Is("application", Default.Satisfies);

    private static readonly Requirement s_isAny = That((_, _) => Outcome.Satisfied);

    private static readonly Requirement s_hasFirewall = CompletedBy("Amazon.CDK.AWS.WAFv2.CfnWebACLAssociation", "Amazon.CDK.AWS.WAFv2.CfnWebACLAssociationProps", "Amazon.CDK.AWS.WAFRegional.CfnWebACLAssociation", "Amazon.CDK.AWS.WAFRegional.CfnWebACLAssociationProps");

    public static readonly ConstructRule DropInvalidHeaders = new()
    {
        Id = "SKY1120",
        Key = "ALBHttpDropInvalidHeaderEnabled",
        Title = "Load balancer passes on malformed headers",
        Message = "{0} passes on headers that are no valid HTTP; set DropInvalidHeaderFields = true",
        Why = "Two servers that read a malformed header differently can be made to see two requests where there is one: that is how requests are smuggled past the checks of the first.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-ALBHttpDropInvalidHeaderEnabled", "NIST.800.53.R4-ALBHttpDropInvalidHeaderEnabled", "PCI.DSS.321-ALBHttpDropInvalidHeaderEnabled"],
            SecurityHub = ["ELB.4"],
            Checkov = ["CKV_AWS_131"],
            Trivy = ["AWS-0052"],
            Guard = ["ALB_HTTP_DROP_INVALID_HEADER_ENABLED"],
            Cwe = ["CWE-444"],
        },
        CfnProperties = ["LoadBalancerAttributes"],
        Targets =
        [
            Target.Of(
                Application,
                AnyOf(Prop("DropInvalidHeaderFields").IsTrue(), Sets("routing.http.drop_invalid_header_fields.enabled")),
                Fix.Set("DropInvalidHeaderFields", "true")),
            .. WithAttribute("routing.http.drop_invalid_header_fields.enabled", s_isApplication, "Set DropInvalidHeaderFields = true"),
        ],
    };

    public static readonly ConstructRule Firewall = new()
    {
        Id = "SKY1121",
        Key = "ALBWAFEnabled",
        Title = "Load balancer has no web application firewall",
        Message = "{0} has no web application firewall; associate a web ACL with CfnWebACLAssociation",
        Why = "Without a firewall every request reaches the application: injection attempts, scanners and floods from a single address. The managed rule groups of AWS stop the known ones.",
        NoFix = "Which rules the web ACL needs, and what it may cost, is a decision that only the owner can make.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["NIST.800.53.R4-ALBWAFEnabled", "NIST.800.53.R5-ALBWAFEnabled", "PCI.DSS.321-ALBWAFEnabled"],
            SecurityHub = ["ELB.16"],
        },
        Targets =
        [
            Target.Of(Application, s_hasFirewall),
            Target.Of(CfnBalancer, When(s_isApplication, s_hasFirewall)),
        ],
    };

    public static readonly ConstructRule DeletionProtection = new()
    {
        Id = "SKY1122",
        Key = "ELBDeletionProtectionEnabled",
        Title = "Load balancer can be deleted by mistake",
        Message = "{0} is not protected from deletion; set DeletionProtection = true",
        Why = "A deleted load balancer takes its address with it: DNS entries, allow lists and private links of others point to nothing, and a new one has another address.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-ELBDeletionProtectionEnabled", "NIST.800.53.R4-ELBDeletionProtectionEnabled", "NIST.800.53.R5-ELBDeletionProtectionEnabled"],
            SecurityHub = ["ELB.6"],
            Guard = ["ELB_DELETION_PROTECTION_ENABLED"],
        },
        CfnProperties = ["LoadBalancerAttributes"],
        Targets =
        [
            Target.Of([Application, Network], AnyOf(Prop("DeletionProtection").IsTrue(), Sets("deletion_protection.enabled")), Fix.Set("DeletionProtection", "true")),
            .. WithAttribute("deletion_protection.enabled", s_isAny, "Set DeletionProtection = true"),
        ],
    };

    public static readonly ConstructRule Logging = new()
    {
        Id = "SKY1123",
        Key = "ELBLoggingEnabled",
        Title = "Load balancer keeps no access logs",
        Message = "{0} keeps no access logs; call LogAccessLogs with a bucket",
        Why = "The access log shows who called, what was answered and how long it took, also for requests that never reached a target. Without it neither an attack nor a wave of errors can be reconstructed.",
        NoFix = "The logs need a bucket, with a lifecycle and a policy of its own.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["AwsSolutions-ELB2", "HIPAA.Security-ELBLoggingEnabled", "NIST.800.53.R4-ELBLoggingEnabled", "NIST.800.53.R5-ELBLoggingEnabled", "PCI.DSS.321-ELBLoggingEnabled"],
            SecurityHub = ["ELB.5"],
            Checkov = ["CKV_AWS_91", "CKV_AWS_92"],
            Sonar = ["S6258"],
            Guard = ["ELBV2_ACCESS_LOGGING_RULE", "ELB_LOGGING_ENABLED"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["LoadBalancerAttributes", "AccessLoggingPolicy"],
        Targets =
        [
            Target.Of([Application, Network], AnyOf(Calls("LogAccessLogs"), Sets("access_logs.s3.enabled"))),
            Target.Of(CfnBalancer, HasAttribute("access_logs.s3.enabled")),
            Target.Of(
                ["Amazon.CDK.AWS.ElasticLoadBalancing.LoadBalancer", "Amazon.CDK.AWS.ElasticLoadBalancing.CfnLoadBalancer"],
                AllOf(Prop("AccessLoggingPolicy").IsSet(), Prop("AccessLoggingPolicy.Enabled").IsTrue())),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [DropInvalidHeaders, Firewall, DeletionProtection, Logging];

    // An L2 has a method for attributes that have no property.
    private static Requirement Sets(string attribute) => CallsWith("SetAttribute", AllOf(Prop("key").Is(attribute), Prop("value").Is("true")));

    private static Requirement HasAttribute(string attribute) => Prop("LoadBalancerAttributes").Some(AllOf(Prop("Key").Is(attribute), Prop("Value").Is("true")));

    private static IEnumerable<Target> WithAttribute(string attribute, Requirement condition, string title)
    {
        var isThere = Prop("LoadBalancerAttributes").Some(Prop("Key").Is(attribute));
        yield return Target.Of(
            CfnBalancer,
            When(condition, AnyOf(isThere, HasAttribute(attribute))),
            Fix.Append("LoadBalancerAttributes", title, $"new Amazon.CDK.AWS.ElasticLoadBalancingV2.CfnLoadBalancer.LoadBalancerAttributeProperty {{ Key = \"{attribute}\", Value = \"true\" }}"));
        yield return Target.Of(CfnBalancer, When(condition, Prop("LoadBalancerAttributes").Each(When(Prop("Key").Is(attribute), Prop("Value").Is("true")))), Fix.Set("Value", "\"true\"", title));
    }
}
