using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Classic Load Balancers, the previous generation of Elastic Load Balancing.</summary>
internal static class ClassicLoadBalancing
{
    private const string Balancer = "Amazon.CDK.AWS.ElasticLoadBalancing.LoadBalancer";
    private const string CfnBalancer = "Amazon.CDK.AWS.ElasticLoadBalancing.CfnLoadBalancer";

    private const string Replace = "An Application or Network Load Balancer is another construct with other targets: it has to be put beside the old one and take over from it.";

    // The library takes the protocol from the port when it is not given.
    private static readonly Requirement s_isWeb = AnyOf(
        Prop("ExternalProtocol").IsOneOf(["HTTP", "HTTPS"]),
        Prop("ExternalProtocol").IsUnset() & Prop("ExternalPort").Test(port => Number.TryGet(port, out var number) ? number is 80 or 443 ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, Default.Violates));

    private static readonly Requirement s_isTls = AnyOf(Prop("ExternalProtocol").IsOneOf(["HTTPS", "SSL"]), Prop("ExternalProtocol").IsUnset() & Prop("ExternalPort").Test(port => Number.TryGet(port, out var number) ? number == 443 ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, Default.Violates));

    private static readonly Requirement s_hasCertificate = Prop("SslCertificateArn").Test(IsManagedCertificate, Default.Violates);

    // Left out, the instances are reached as the clients reach the balancer.
    private static readonly Requirement s_staysEncrypted = When(s_isTls, Prop("InternalProtocol").IsOneOf(["HTTPS", "SSL"], Default.Satisfies));

    public static readonly ConstructRule ConnectionDraining = new()
    {
        Id = "SKY1115",
        Key = "CLBConnectionDraining",
        Title = "Requests are cut off when an instance leaves",
        Message = "{0} cuts off requests that are under way when an instance leaves; set ConnectionDrainingPolicy",
        Why = "Each deployment and each scaling step drops the requests that its instances are working on. With draining they may finish first.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-ELB3"], SecurityHub = ["ELB.7"] },
        CfnProperties = ["ConnectionDrainingPolicy"],
        Targets =
        [
            Target.Of(
                CfnBalancer,
                Prop("ConnectionDrainingPolicy.Enabled").IsTrue(),
                Fix.Set(
                    "ConnectionDrainingPolicy",
                    "new Amazon.CDK.AWS.ElasticLoadBalancing.CfnLoadBalancer.ConnectionDrainingPolicyProperty { Enabled = true, Timeout = 300 }",
                    "Let requests finish for up to five minutes")),
            // The L2 cannot say so; an override can.
            Target.Of(Balancer, Never),
        ],
    };

    public static readonly ConstructRule NoWebListener = new()
    {
        Id = "SKY1116",
        Key = "CLBNoInboundHttpHttps",
        Title = "Classic Load Balancer serves the web",
        Message = "{0} serves HTTP with the previous generation of load balancers; use an Application Load Balancer",
        Why = "The classic balancer knows no HTTP/2, no WebSockets, no routing by host or path and no firewall, and gets no new features. An Application Load Balancer does all that for about the same price.",
        NoFix = Replace,
        Category = Category.Performance,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-ELB1"] },
        CfnProperties = ["Listeners"],
        Targets =
        [
            Target.Of(Balancer, Prop("Listeners").Each(Not(s_isWeb))),
            Target.Call(Balancer, "AddListener", Not(Prop("listener").Has(s_isWeb))),
            Target.Of(CfnBalancer, Prop("Listeners").Each(Prop("Protocol").IsNot(["HTTP", "HTTPS"]))),
        ],
    };

    public static readonly ConstructRule Certificate = new()
    {
        Id = "SKY1117",
        Key = "ELBACMCertificateRequired",
        Title = "Classic listener has no certificate from ACM",
        Message = "{0} has a listener without a certificate from Certificate Manager; set SslCertificateArn",
        Why = "Traffic to a listener without a certificate can be read and changed on the way. A certificate that was uploaded by hand expires unnoticed; Certificate Manager renews its own.",
        NoFix = "The certificate must exist first, for a name that only the owner knows.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-ELBACMCertificateRequired", "NIST.800.53.R4-ELBACMCertificateRequired", "NIST.800.53.R5-ELBACMCertificateRequired", "PCI.DSS.321-ELBACMCertificateRequired"],
            SecurityHub = ["ELB.2"],
            Guard = ["ELB_ACM_CERTIFICATE_REQUIRED"],
            Cwe = ["CWE-319"],
        },
        CfnProperties = ["Listeners"],
        Targets =
        [
            Target.Of(Balancer, Prop("Listeners").Each(s_hasCertificate)),
            Target.Call(Balancer, "AddListener", Prop("listener").Has(s_hasCertificate)),
            Target.Of(CfnBalancer, Prop("Listeners").Each(Prop("SslCertificateId").Test(IsManagedCertificate, Default.Violates))),
        ],
    };

    public static readonly ConstructRule CrossZone = new()
    {
        Id = "SKY1118",
        Key = "ELBCrossZoneLoadBalancingEnabled",
        Title = "Load is not spread over the zones",
        Message = "{0} does not spread requests over all zones; set CrossZone = true",
        Why = "Each zone gets an equal share of the requests whatever number of instances it has, so that the last instance of a zone takes all of it and fails.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["AwsSolutions-ELB4", "HIPAA.Security-ELBCrossZoneLoadBalancingEnabled", "NIST.800.53.R4-ELBCrossZoneLoadBalancingEnabled", "NIST.800.53.R5-ELBCrossZoneLoadBalancingEnabled"],
            SecurityHub = ["ELB.9", "ELB.10"],
            Guard = ["ELB_CROSS_ZONE_LOAD_BALANCING_ENABLED"],
        },
        CfnProperties = ["CrossZone", "Subnets", "AvailabilityZones"],
        Targets =
        [
            Target.Of(Balancer, Prop("CrossZone").IsNotFalse(), Fix.Set("CrossZone", "true")),
            Target.Of(CfnBalancer, Prop("CrossZone").IsTrue(), Fix.Set("CrossZone", "true")),
        ],
    };

    public static readonly ConstructRule TlsToInstances = new()
    {
        Id = "SKY1119",
        Key = "ELBTlsHttpsListenersOnly",
        Title = "Encryption ends at the load balancer",
        Message = "{0} receives encrypted requests and passes them on in clear text; set InternalProtocol to the listener's own",
        Why = "Who calls over TLS expects that nobody on the way reads along, but between the balancer and the instances everybody in the network can.",
        NoFix = "The instances have to serve TLS, with a certificate of their own, before the balancer can use it.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["AwsSolutions-ELB5", "HIPAA.Security-ELBTlsHttpsListenersOnly", "NIST.800.53.R4-ELBTlsHttpsListenersOnly", "NIST.800.53.R5-ELBTlsHttpsListenersOnly", "PCI.DSS.321-ELBTlsHttpsListenersOnly"],
            SecurityHub = ["ELB.3"],
            Sonar = ["S5332"],
            Guard = ["ELB_TLS_HTTPS_LISTENERS_ONLY"],
            Cwe = ["CWE-319"],
        },
        CfnProperties = ["Listeners"],
        Targets =
        [
            Target.Of(Balancer, Prop("Listeners").Each(s_staysEncrypted)),
            Target.Call(Balancer, "AddListener", Prop("listener").Has(s_staysEncrypted)),
            Target.Of(CfnBalancer, Prop("Listeners").Each(When(Prop("Protocol").IsOneOf(["HTTPS", "SSL"]), Prop("InstanceProtocol").IsOneOf(["HTTPS", "SSL"], Default.Satisfies)))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [ConnectionDraining, NoWebListener, Certificate, CrossZone, TlsToInstances];

    private static Outcome IsManagedCertificate(Value certificate) => certificate switch
    {
        ConstantValue { Constant: string arn } => arn.Contains(":acm:") ? Outcome.Satisfied : Outcome.Violated,
        CallValue { Method.ContainingType: { } owner } => owner.ContainingNamespace?.Name == "CertificateManager" ? Outcome.Satisfied : Outcome.Unknown,
        _ => Outcome.Unknown,
    };
}
