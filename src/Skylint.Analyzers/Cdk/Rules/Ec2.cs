using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EC2 and VPC networks.</summary>
internal static class Ec2
{
    private const string SecurityGroup = "Amazon.CDK.AWS.EC2.ISecurityGroup";
    private const string CfnSecurityGroup = "Amazon.CDK.AWS.EC2.CfnSecurityGroup";
    private const string CfnIngress = "Amazon.CDK.AWS.EC2.CfnSecurityGroupIngress";
    private const string Connections = "Amazon.CDK.AWS.EC2.Connections_";
    private const string Balancer = "Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancer";
    private const string ClassicBalancer = "Amazon.CDK.AWS.ElasticLoadBalancing.LoadBalancer";
    private const string PublicEntrances = "public_entrances";
    private const string EveryPort = "every_port";

    private static readonly string[] s_nagOfPorts = ["HIPAA.Security-EC2RestrictedCommonPorts", "NIST.800.53.R4-EC2RestrictedCommonPorts", "NIST.800.53.R5-EC2RestrictedCommonPorts", "PCI.DSS.321-EC2RestrictedCommonPorts"];

    private static readonly string[] s_balancedServices = ["Amazon.CDK.AWS.ECS.Patterns.ApplicationLoadBalancedFargateService", "Amazon.CDK.AWS.ECS.Patterns.ApplicationLoadBalancedEc2Service"];

    private static readonly Fix s_private = Fix.ReplaceArgument("peer", "Amazon.CDK.AWS.EC2.Peer.Ipv4(\"10.0.0.0/8\")", "Allow only private addresses (10.0.0.0/8)");

    public static readonly ConstructRule OpenIngress = new()
    {
        Id = "SKY1004",
        Key = "EC2RestrictedInbound",
        Title = "Security group is open to the world",
        Message = "{0} accepts connections {1}; allow a security group or a narrow range instead",
        Why = "Every address on the internet can reach the port: scanners find it within minutes, and one unpatched service behind it is enough. Reference the security group of the caller, or the narrowest range that works.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            // Open ports that are named there are open ports.
            CdkNag = ["AwsSolutions-EC23", .. s_nagOfPorts],
            SecurityHub = ["EC2.14", "EC2.18", "EC2.19"],
            Checkov = ["CKV_AWS_25", "CKV_AWS_260"],
            Trivy = ["AWS-0107"],
            Sonar = ["S6321"],
            Guard = ["RESTRICTED_INCOMING_TRAFFIC"],
            Cwe = ["CWE-284"],
        },
        Options =
        [
            new RuleOption(PublicEntrances, "false", "Also report the entrances of load balancers that face the internet, as cdk-nag does.") { CdkNag = ["AwsSolutions-EC23"] },
            new RuleOption(EveryPort, "false", "Also report rules that open every protocol and port, to whatever address, as cdk-nag does.") { CdkNag = s_nagOfPorts },
        ],
        CfnProperties = ["SecurityGroupIngress", "CidrIp", "CidrIpv6"],
        Targets =
        [
            // SSH has a rule of its own, which says more.
            Target.Call(SecurityGroup, "AddIngressRule", FromAnywhere(Not(AllOf(Prop("peer").Has(NetworkPeers.IsWorld), Not(Prop("connection").Has(NetworkPeers.IncludesSsh))))), s_private),
            Target.Call(Connections, "AllowFrom", FromAnywhere(Not(AllOf(Prop("other").Has(NetworkPeers.IsWorld), Not(Prop("portRange").Has(NetworkPeers.IncludesSsh)))))),
            Target.Call(Connections, "AllowFromAnyIpv4", FromAnywhere(AnyOf(That(IsPublicEntrance), Prop("portRange").Has(NetworkPeers.IncludesSsh)))),
            Target.Call(Connections, "AllowDefaultPortFromAnyIpv4", FromAnywhere(That(IsPublicEntrance))),
            Target.Of(CfnSecurityGroup, FromAnywhere(Prop("SecurityGroupIngress").Each(Not(AllOf(NetworkPeers.IngressIsWorld, Not(NetworkPeers.IngressIncludesSsh)))))),
            Target.Of(CfnIngress, FromAnywhere(Not(AllOf(NetworkPeers.IngressIsWorld, Not(NetworkPeers.IngressIncludesSsh))))),
            // A listener is opened by default, even on a load balancer that is internal.
            Target.Call(Balancer, "AddListener", FromAnywhere(When(Prop("this.InternetFacing").IsFalse(Default.Satisfies), Prop("props.Open").IsFalse(Default.Violates))), Fix.Set("Open", "false")),

            Target.Call(Connections, "AllowFromAnyIpv4", FromAnywhere(Not(That(IsPublicEntrance)))) with { Option = PublicEntrances },
            Target.Call(Connections, "AllowDefaultPortFromAnyIpv4", FromAnywhere(Not(That(IsPublicEntrance)))) with { Option = PublicEntrances },
            Target.Call(Balancer, "AddListener", FromAnywhere(When(Prop("this.InternetFacing").IsTrue(), Prop("props.Open").IsFalse(Default.Violates)))) with { Option = PublicEntrances },
            Target.Of(s_balancedServices, FromAnywhere(When(Prop("PublicLoadBalancer").IsNotFalse(), Prop("OpenListener").IsFalse(Default.Violates)))) with { Option = PublicEntrances },
            Target.Call(ClassicBalancer, "AddListener", FromAnywhere(When(Prop("this.InternetFacing").IsTrue(), Prop("listener.AllowConnectionsFrom").IsSet()))) with { Option = PublicEntrances },
            Target.Of(ClassicBalancer, FromAnywhere(When(Prop("InternetFacing").IsTrue(), Prop("Listeners").Each(Prop("AllowConnectionsFrom").IsSet())))) with { Option = PublicEntrances },

            Target.Call(SecurityGroup, "AddIngressRule", OnEveryPort(Not(Prop("connection").Has(NetworkPeers.IsEveryPort)))) with { Option = EveryPort },
            Target.Call(Connections, "AllowFrom", OnEveryPort(Not(Prop("portRange").Has(NetworkPeers.IsEveryPort)))) with { Option = EveryPort },
            Target.Call(Connections, "AllowInternally", OnEveryPort(Not(Prop("portRange").Has(NetworkPeers.IsEveryPort)))) with { Option = EveryPort },
            Target.Of(CfnSecurityGroup, OnEveryPort(Prop("SecurityGroupIngress").Each(Prop("IpProtocol").IsNot("-1")))) with { Option = EveryPort },
            Target.Of(CfnIngress, OnEveryPort(Prop("IpProtocol").IsNot("-1"))) with { Option = EveryPort },
        ],
    };

    public static readonly ConstructRule OpenSsh = new()
    {
        Id = "SKY1005",
        Key = "EC2RestrictedSSH",
        Title = "SSH is open to the world",
        Message = "{0} accepts SSH from any address; use Session Manager, or allow a narrow range",
        Why = "Password guessing against port 22 starts within minutes of its opening, and a leaked key is then enough to get in. Session Manager needs no open port and records who connected.",
        NoFix = "Which range may connect, or whether Session Manager replaces SSH, is a decision that only the owner can make.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-EC23", "HIPAA.Security-EC2RestrictedSSH", "NIST.800.53.R4-EC2RestrictedSSH", "NIST.800.53.R5-EC2RestrictedSSH", "PCI.DSS.321-EC2RestrictedSSH"],
            Checkov = ["CKV_AWS_24"],
            Trivy = ["AWS-0107"],
            SecurityHub = ["EC2.13"],
            Sonar = ["S6321"],
            Guard = ["INCOMING_SSH_DISABLED"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["SecurityGroupIngress", "CidrIp", "CidrIpv6"],
        Targets =
        [
            Target.Call(SecurityGroup, "AddIngressRule", Not(AllOf(Prop("peer").Has(NetworkPeers.IsWorld), Prop("connection").Has(NetworkPeers.IncludesSsh)))),
            Target.Call(Connections, "AllowFrom", Not(AllOf(Prop("other").Has(NetworkPeers.IsWorld), Prop("portRange").Has(NetworkPeers.IncludesSsh)))),
            Target.Call(Connections, "AllowFromAnyIpv4", Not(Prop("portRange").Has(NetworkPeers.IncludesSsh))),
            Target.Call("Amazon.CDK.AWS.EC2.BastionHostLinux", "AllowSshAccessFrom", Not(Prop("peer").Some(NetworkPeers.IsWorld))),
            Target.Of(CfnSecurityGroup, Prop("SecurityGroupIngress").Each(Not(AllOf(NetworkPeers.IngressIsWorld, NetworkPeers.IngressIncludesSsh)))),
            Target.Of(CfnIngress, Not(AllOf(NetworkPeers.IngressIsWorld, NetworkPeers.IngressIncludesSsh))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [OpenIngress, OpenSsh];

    private static Requirement FromAnywhere(Requirement requirement) => Detailed(_ => "from any address", requirement);

    private static Requirement OnEveryPort(Requirement requirement) => Detailed(_ => "on every port", requirement);

    // A load balancer that faces the internet is there to be reached from it.
    private static Verdict IsPublicEntrance(Value arguments, Construct call)
    {
        var at = call.Cdk.Resolver.Member(arguments, "this");
        while (at is CallValue { Method.Name: "get_Connections" or "AddListener", Receiver: { } receiver })
            at = receiver;
        return at switch
        {
            ObjectValue { Type.Name: "ApplicationLoadBalancer" or "NetworkLoadBalancer" or "LoadBalancer" } balancer => call.Cdk.Resolver.Member(balancer, "InternetFacing") is var facing && PropertyPath.Bool(facing) is { } isPublic
                ? isPublic ? Verdict.Satisfied : Verdict.Violated
                : facing is UnsetValue or NullValue ? Verdict.Violated : Verdict.Unknown,
            _ => Verdict.Violated,
        };
    }
}
