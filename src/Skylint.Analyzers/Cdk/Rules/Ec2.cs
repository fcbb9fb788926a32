using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EC2 and VPC networks.</summary>
internal static class Ec2
{
    private static readonly string[] s_securityGroups = ["Amazon.CDK.AWS.EC2.SecurityGroup", "Amazon.CDK.AWS.EC2.ISecurityGroup"];

    private static readonly Fix s_private = Fix.ReplaceArgument("peer", "Amazon.CDK.AWS.EC2.Peer.Ipv4(\"10.0.0.0/8\")", "Allow only private addresses (10.0.0.0/8)");

    public static readonly ConstructRule OpenIngress = new()
    {
        Id = "SKY1004",
        Key = "EC2RestrictedInbound",
        Title = "Security group is open to the world",
        Message = "{0} accepts connections from any address; allow a security group or a narrow range instead",
        Why = "Every address on the internet can reach the port: scanners find it within minutes, and one unpatched service behind it is enough. Reference the security group of the caller, or the narrowest range that works.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            // Open ports that are named there are open ports.
            CdkNag = ["AwsSolutions-EC23", "HIPAA.Security-EC2RestrictedCommonPorts", "NIST.800.53.R4-EC2RestrictedCommonPorts", "NIST.800.53.R5-EC2RestrictedCommonPorts", "PCI.DSS.321-EC2RestrictedCommonPorts"],
            SecurityHub = ["EC2.14", "EC2.18", "EC2.19"],
            Checkov = ["CKV_AWS_25", "CKV_AWS_260"],
            Trivy = ["AWS-0107"],
            Sonar = ["S6321"],
            Guard = ["RESTRICTED_INCOMING_TRAFFIC"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["SecurityGroupIngress", "CidrIp", "CidrIpv6"],
        Targets =
        [
            // SSH has a rule of its own, which says more.
            .. s_securityGroups.Select(type => Target.Call(type, "AddIngressRule", Not(AllOf(Prop("peer").Has(NetworkPeers.IsWorld), Not(Prop("connection").Has(NetworkPeers.IncludesSsh)))), s_private)),
            Target.Call("Amazon.CDK.AWS.EC2.Connections_", "AllowFrom", Not(AllOf(Prop("other").Has(NetworkPeers.IsWorld), Not(Prop("portRange").Has(NetworkPeers.IncludesSsh))))),
            Target.Call("Amazon.CDK.AWS.EC2.Connections_", "AllowFromAnyIpv4", AnyOf(That(IsPublicEntrance), Prop("portRange").Has(NetworkPeers.IncludesSsh))),
            Target.Call("Amazon.CDK.AWS.EC2.Connections_", "AllowDefaultPortFromAnyIpv4", That(IsPublicEntrance)),
            Target.Of("Amazon.CDK.AWS.EC2.CfnSecurityGroup", Prop("SecurityGroupIngress").Each(Not(AllOf(NetworkPeers.IngressIsWorld, Not(NetworkPeers.IngressIncludesSsh))))),
            Target.Of("Amazon.CDK.AWS.EC2.CfnSecurityGroupIngress", Not(AllOf(NetworkPeers.IngressIsWorld, Not(NetworkPeers.IngressIncludesSsh)))),
            // A listener is opened by default, even on a load balancer that is internal.
            Target.Call(
                "Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancer",
                "AddListener",
                When(Prop("this.InternetFacing").IsFalse(Default.Satisfies), Prop("props.Open").IsFalse(Default.Violates)),
                Fix.Set("Open", "false")),
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
            .. s_securityGroups.Select(type => Target.Call(type, "AddIngressRule", Not(AllOf(Prop("peer").Has(NetworkPeers.IsWorld), Prop("connection").Has(NetworkPeers.IncludesSsh))))),
            Target.Call("Amazon.CDK.AWS.EC2.Connections_", "AllowFrom", Not(AllOf(Prop("other").Has(NetworkPeers.IsWorld), Prop("portRange").Has(NetworkPeers.IncludesSsh)))),
            Target.Call("Amazon.CDK.AWS.EC2.Connections_", "AllowFromAnyIpv4", Not(Prop("portRange").Has(NetworkPeers.IncludesSsh))),
            Target.Call("Amazon.CDK.AWS.EC2.BastionHostLinux", "AllowSshAccessFrom", Not(Prop("peer").Some(NetworkPeers.IsWorld))),
            Target.Of("Amazon.CDK.AWS.EC2.CfnSecurityGroup", Prop("SecurityGroupIngress").Each(Not(AllOf(NetworkPeers.IngressIsWorld, NetworkPeers.IngressIncludesSsh)))),
            Target.Of("Amazon.CDK.AWS.EC2.CfnSecurityGroupIngress", Not(AllOf(NetworkPeers.IngressIsWorld, NetworkPeers.IngressIncludesSsh))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [OpenIngress, OpenSsh];

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
