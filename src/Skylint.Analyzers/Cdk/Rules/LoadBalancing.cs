using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using Skylint.Configuration;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Elastic Load Balancing.</summary>
internal static class LoadBalancing
{
    private const string IncludeInternal = "include_internal";

    private static readonly string[] s_patterns = ["Amazon.CDK.AWS.ECS.Patterns.ApplicationLoadBalancedFargateService", "Amazon.CDK.AWS.ECS.Patterns.ApplicationLoadBalancedEc2Service"];

    // The policies that still allow TLS 1.0 or 1.1, as the library and as CloudFormation name them.
    private static readonly string[] s_outdated = ["RECOMMENDED", "LEGACY", "TLS11", "TLS13_10", "TLS13_11", "TLS13_10_PQ", "FIPS_TLS13_10", "FIPS_TLS13_11", "FIPS_TLS13_10_PQ", "FORWARD_SECRECY", "FORWARD_SECRECY_TLS11"];

    private static readonly string[] s_outdatedTexts =
    [
        "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-TLS-1-0-2015-04", "ELBSecurityPolicy-TLS-1-1-2017-01", "ELBSecurityPolicy-FS-2018-06", "ELBSecurityPolicy-FS-1-1-2019-08",
        "ELBSecurityPolicy-TLS13-1-0-2021-06", "ELBSecurityPolicy-TLS13-1-1-2021-06", "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04",
    ];

    private static readonly Default s_policyLeftOut = Default.Since(2, 245, Default.Flag("@aws-cdk/aws-elasticloadbalancingv2:usePostQuantumTlsPolicy", on: Default.Satisfies, off: Default.Violates), Default.Violates);

    private static readonly Fix s_redirect = Fix.Set(
        "DefaultAction",
        "Amazon.CDK.AWS.ElasticLoadBalancingV2.ListenerAction.Redirect(new Amazon.CDK.AWS.ElasticLoadBalancingV2.RedirectOptions { Protocol = \"HTTPS\", Port = \"443\", Permanent = true })",
        "Redirect to HTTPS (an HTTPS listener must exist)");

    public static readonly ConstructRule RedirectToHttps = new()
    {
        Id = "SKY1028",
        Key = "ALBHttpToHttpsRedirection",
        Title = "Load balancer serves plain HTTP",
        Message = "{0} serves plain HTTP instead of redirecting to HTTPS; serve HTTPS, and redirect HTTP with AddRedirect",
        Why = "Requests to an HTTP listener, with their passwords and session cookies, can be read and changed by everyone on the way.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["HIPAA.Security-ALBHttpToHttpsRedirection", "NIST.800.53.R4-ALBHttpToHttpsRedirection", "NIST.800.53.R5-ALBHttpToHttpsRedirection", "PCI.DSS.321-ALBHttpToHttpsRedirection"],
            SecurityHub = ["ELB.1"],
            Checkov = ["CKV_AWS_2"],
            Trivy = ["AWS-0054"],
            Sonar = ["S5332"],
            Guard = ["ELBV2_LISTENER_PROTOCOL_RULE"],
            Cwe = ["CWE-319"],
        },
        Options = [new RuleOption(IncludeInternal, "false", "Also report listeners of load balancers that are not reachable from the internet.")],
        CfnProperties = ["DefaultActions", "Protocol", "Port"],
        Targets =
        [
            // A default action that stands in the properties can be replaced; targets that are added later would be lost.
            Target.Call("Amazon.CDK.AWS.ElasticLoadBalancingV2.IApplicationLoadBalancer", "AddListener", Serves(Prop("props.DefaultAction").IsSet(), Redirects("props."), "props.", "this"), s_redirect),
            Target.Call("Amazon.CDK.AWS.ElasticLoadBalancingV2.IApplicationLoadBalancer", "AddListener", Serves(Prop("props.DefaultAction").IsUnset(), Redirects("props."), "props.", "this")),
            Target.Of("Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationListener", Serves(Prop("DefaultAction").IsSet(), Redirects(""), "", "LoadBalancer"), s_redirect),
            Target.Of("Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationListener", Serves(Prop("DefaultAction").IsUnset(), Redirects(""), "", "LoadBalancer")),
            Target.Of(
                s_patterns,
                When(
                    AnyOf(Prop("PublicLoadBalancer").IsNotFalse() & Prop("LoadBalancer").IsUnset(), That(InternalIsMeant), IsPublic("LoadBalancer")),
                    AnyOf(Prop("Protocol").IsNot("HTTP", Default.Violates), Prop("Certificate").IsSet() & Prop("Protocol").IsUnset()))),
            Target.Of(
                "Amazon.CDK.AWS.ElasticLoadBalancingV2.CfnListener",
                When(
                    Prop("Protocol").Is("HTTP", Default.Unknown),
                    Prop("DefaultActions").Some(AnyOf(
                        Prop("RedirectConfig.Protocol").Is("HTTPS"),
                        // Left as it is, the protocol stays HTTP, but the redirect may lead to another host.
                        Prop("RedirectConfig.Host").IsSet(),
                        Prop("Type").Is("authenticate-oidc"))))),
        ],
    };

    public static readonly ConstructRule Certificate = new()
    {
        Id = "SKY1124",
        Key = "ELBv2ACMCertificateRequired",
        Title = "Listener has no certificate",
        Message = "{0} has no certificate; set Certificates, and redirect plain HTTP to HTTPS",
        Why = "What a listener serves without a certificate can be read and changed on the way, inside the network as well.",
        NoFix = "The certificate must exist first, for a name that only the owner knows.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-ELBv2ACMCertificateRequired", "NIST.800.53.R5-ELBv2ACMCertificateRequired", "PCI.DSS.321-ELBv2ACMCertificateRequired"],
            Trivy = ["AWS-0054"],
            Sonar = ["S5332"],
            Guard = ["ELBV2_ACM_CERTIFICATE_REQUIRED"],
            Cwe = ["CWE-319"],
        },
        CfnProperties = ["Certificates", "Protocol", "DefaultActions"],
        Targets =
        [
            // A listener that only redirects serves nothing, and one for TCP may pass on what is encrypted already.
            Target.Call("Amazon.CDK.AWS.ElasticLoadBalancingV2.IApplicationLoadBalancer", "AddListener", AnyOf(Prop("props.Certificates").IsSet(), Calls("AddCertificates"), Redirects("props."))),
            Target.Of("Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationListener", AnyOf(Prop("Certificates").IsSet(), Calls("AddCertificates"), Redirects(""))),
            Target.Of(s_patterns, AnyOf(Prop("Certificate").IsSet(), Prop("Protocol").IsNot("HTTP", Default.Violates))),
            Target.Of(
                "Amazon.CDK.AWS.ElasticLoadBalancingV2.CfnListener",
                When(
                    Prop("Protocol").IsOneOf(["HTTP", "HTTPS", "TLS"], Default.Unknown),
                    AnyOf(
                        Prop("Certificates").Some(Prop("CertificateArn").IsSet()),
                        Prop("DefaultActions").Some(Prop("RedirectConfig").IsSet()),
                        UsedBy("Amazon.CDK.AWS.ElasticLoadBalancingV2.CfnListenerCertificate", "Amazon.CDK.AWS.ElasticLoadBalancingV2.CfnListenerCertificateProps")))),
        ],
    };

    public static readonly ConstructRule TlsPolicy = new()
    {
        Id = "SKY1156",
        Key = "AlbTlsPolicy",
        Title = "Listener accepts outdated versions of TLS",
        Message = "{0} accepts TLS 1.0 and 1.1; set SslPolicy = SslPolicy.RECOMMENDED_TLS",
        Why = "The policy that holds when none is named still lets clients use TLS 1.0 and 1.1, which have known weaknesses and which audits refuse. Every client of the last ten years knows TLS 1.2.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            Checkov = ["CKV_AWS_103"],
            Trivy = ["AWS-0047"],
            Sonar = ["S4423"],
            Guard = ["ELBV2_LISTENER_SSL_POLICY_RULE"],
            Cwe = ["CWE-327"],
        },
        CfnProperties = ["SslPolicy"],
        Targets =
        [
            Target.Call("Amazon.CDK.AWS.ElasticLoadBalancingV2.IApplicationLoadBalancer", "AddListener", When(IsTls("props."), IsModern("props.")), RecommendedTls),
            Target.Call("Amazon.CDK.AWS.ElasticLoadBalancingV2.NetworkLoadBalancer", "AddListener", When(AnyOf(Prop("props.Protocol").Is("TLS"), Prop("props.Certificates").IsSet()), IsModern("props.")), RecommendedTls),
            Target.Of("Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationListener", When(IsTls(""), IsModern("")), RecommendedTls),
            Target.Of("Amazon.CDK.AWS.ElasticLoadBalancingV2.NetworkListener", When(AnyOf(Prop("Protocol").Is("TLS"), Prop("Certificates").IsSet()), IsModern("")), RecommendedTls),
            Target.Of(s_patterns, When(AnyOf(Prop("Protocol").Is("HTTPS"), Prop("Certificate").IsSet()), IsModern("")), RecommendedTls),
            Target.Of(
                "Amazon.CDK.AWS.ElasticLoadBalancingV2.CfnListener",
                When(Prop("Protocol").IsOneOf(["HTTPS", "TLS"]), Prop("SslPolicy").Test(policy => PropertyPath.Name(policy) is { } name ? s_outdatedTexts.Contains(name) ? Outcome.Violated : Outcome.Satisfied : Outcome.Unknown, Default.Violates)),
                Fix.Set("SslPolicy", "\"ELBSecurityPolicy-TLS13-1-2-2021-06\"", "Set SslPolicy = SslPolicy.RECOMMENDED_TLS")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [RedirectToHttps, Certificate, TlsPolicy];

    private static Requirement Serves(Requirement shape, Requirement redirects, string props, string loadBalancer) =>
        When(AllOf(shape, IsHttp(props), AnyOf(That(InternalIsMeant), IsPublic(loadBalancer))), redirects);

    // The library takes the protocol from the port when it is not given.
    private static Requirement IsHttp(string props) => AnyOf(
        Prop(props + "Protocol").Is("HTTP"),
        Prop(props + "Protocol").IsUnset() & Prop(props + "Port").Test(v => Number.TryGet(v, out var port) ? port is 80 or 8000 or 8008 or 8080 ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, Default.Violates));

    private static Requirement IsTls(string props) => AnyOf(
        Prop(props + "Protocol").Is("HTTPS"),
        Prop(props + "Protocol").IsUnset() & AnyOf(
            Prop(props + "Certificates").IsSet(),
            Prop(props + "Port").Test(v => Number.TryGet(v, out var port) ? port is 443 or 8443 ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, Default.Violates)));

    private static Requirement IsModern(string props) => Prop(props + "SslPolicy").IsNot(s_outdated, s_policyLeftOut);

    private static Fix RecommendedTls => Fix.Set("SslPolicy", "Amazon.CDK.AWS.ElasticLoadBalancingV2.SslPolicy.RECOMMENDED_TLS");

    private static Requirement IsPublic(string loadBalancer) => That((scope, construct) =>
        (loadBalancer.Length == 0 ? scope : construct.Cdk.Resolver.Member(scope, loadBalancer)) is ObjectValue { Type.Name: "ApplicationLoadBalancer" } made
            ? PropertyPath.Bool(construct.Cdk.Resolver.Member(made, "InternetFacing")) is { } isPublic ? isPublic ? Outcome.Satisfied : Outcome.Violated
                : construct.Cdk.Resolver.Member(made, "InternetFacing") is UnsetValue or NullValue ? Outcome.Violated : Outcome.Unknown
            : Outcome.Unknown);

    private static Verdict InternalIsMeant(Value scope, Construct construct) =>
        construct.Cdk.Options.GetBool(construct.Operation.Syntax.SyntaxTree, RedirectToHttps, IncludeInternal) ? Verdict.Satisfied : Verdict.Violated;

    private static Requirement Redirects(string props) => AnyOf(
        Prop(props + "DefaultAction").Test(IsRedirect, Default.Violates),
        That((_, listener) => IsRedirectedLater(listener)));

    // listener.AddAction(...) without conditions sets the default action.
    private static Verdict IsRedirectedLater(Construct listener)
    {
        var outcome = Outcome.Violated;
        foreach (var usage in listener.Usages)
        {
            if (usage.Operation is not IInvocationOperation { TargetMethod: { Name: "AddAction", ContainingType.Name: "ApplicationListener" or "IApplicationListener" } } call)
                continue;
            var props = listener.Cdk.Resolver.Resolve(call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "props")?.Value, Frame.Root);
            if (listener.Cdk.Resolver.Member(props, "Conditions") is not (UnsetValue or NullValue))
                continue;
            var added = IsRedirect(listener.Cdk.Resolver.Member(props, "Action"));
            if (added == Outcome.Satisfied && !usage.IsConditional)
                return Verdict.Satisfied;
            if (added != Outcome.Violated)
                outcome = Outcome.Unknown;
        }

        return outcome == Outcome.Violated && listener.Escapes && listener.Cdk.Index.Mentions("AddAction") ? Verdict.Unknown : outcome;
    }

    private static Outcome IsRedirect(Value action)
    {
        switch (action)
        {
            case CallValue { Method: { Name: "Redirect", ContainingType.Name: "ListenerAction" }, Arguments.Count: 1 } redirect when redirect.Arguments[0] is ObjectValue options:
                return options.Members.TryGetValue("Protocol", out var protocol)
                    ? PropertyPath.Name(protocol) is { } name ? name.Equals("HTTPS", StringComparison.OrdinalIgnoreCase) ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown
                    : options.IsOpen || options.Members.ContainsKey("Host") ? Outcome.Unknown : Outcome.Violated;
            case CallValue { Method: { Name: "Forward" or "WeightedForward" or "FixedResponse", ContainingType.Name: "ListenerAction" } }:
                return Outcome.Violated;
            default:
                return Outcome.Unknown;
        }
    }
}
