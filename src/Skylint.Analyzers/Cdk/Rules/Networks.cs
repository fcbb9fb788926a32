using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about what in a network is reachable from the internet, and what says so.</summary>
internal static class Networks
{
    private const string Subnet = "Amazon.CDK.AWS.EC2.Subnet";
    private const string PublicSubnets = "public_subnets";
    private const string DefaultSubnets = "default_subnets";
    private const string RestrictFlag = "@aws-cdk/aws-ec2:restrictDefaultSecurityGroup";

    private static readonly Requirement s_isEverywhere = Self.Test(range => range is ConstantValue { Constant: string text } ? text.EndsWith("/0", StringComparison.Ordinal) ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, Default.Violates);

    private static readonly string[] s_nagOfRoutes = ["HIPAA.Security-VPCNoUnrestrictedRouteToIGW", "NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW", "PCI.DSS.321-VPCNoUnrestrictedRouteToIGW"];

    private static readonly string[] s_nagOfAddresses =
        ["HIPAA.Security-VPCSubnetAutoAssignPublicIpDisabled", "NIST.800.53.R5-VPCSubnetAutoAssignPublicIpDisabled", "PCI.DSS.321-VPCSubnetAutoAssignPublicIpDisabled"];

    public static readonly ConstructRule DefaultGroupClosed = new()
    {
        Id = "SKY1108",
        Key = "VPCDefaultSecurityGroupClosed",
        Title = "Default security group of the network is open",
        Message = "The default security group of {0} lets its members talk to each other and to everywhere; set RestrictDefaultSecurityGroup = true",
        Why = "What is created without a security group gets the default one, which nobody looks at: all its members reach each other and the internet. Without rules it connects nothing, and the omission is noticed at once.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-VPCDefaultSecurityGroupClosed", "NIST.800.53.R4-VPCDefaultSecurityGroupClosed", "NIST.800.53.R5-VPCDefaultSecurityGroupClosed", "PCI.DSS.321-VPCDefaultSecurityGroupClosed"],
            SecurityHub = ["EC2.2"],
            Trivy = ["AWS-0173"],
            Cwe = ["CWE-284"],
        },
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.EC2.Vpc",
                Prop("RestrictDefaultSecurityGroup").IsTrue(Default.Flag(RestrictFlag, on: Default.Satisfies, off: Default.Violates)),
                Fix.Set("RestrictDefaultSecurityGroup", "true")),
            // CloudFormation cannot close the group: whoever does refers to it.
            Target.Of("Amazon.CDK.AWS.EC2.CfnVPC", That((_, vpc) => vpc.Usages.Any(u => u.Member?.Name == "AttrDefaultSecurityGroup") ? Outcome.Satisfied : vpc.Escapes ? Outcome.Unknown : Outcome.Violated)),
        ],
    };

    public static readonly ConstructRule RouteToInternet = new()
    {
        Id = "SKY1109",
        Key = "VPCNoUnrestrictedRouteToIGW",
        Title = "Subnet has a route to everywhere through an internet gateway",
        Message = "{0} leads to every address through an internet gateway; use a NAT gateway, or name the addresses",
        Why = "Everything in the subnet that has a public address can then be reached from the internet, as far as its security group allows. Subnets that need to call out only are served by a NAT gateway.",
        NoFix = "Whether the subnet is meant to be public is known only to whoever designed the network.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = s_nagOfRoutes,
            Guard = ["NO_UNRESTRICTED_ROUTE_TO_IGW"],
            Cwe = ["CWE-284"],
        },
        Options = [new RuleOption(PublicSubnets, "false", "Also report networks that have public subnets, as cdk-nag does.") { CdkNag = s_nagOfRoutes }],
        CfnProperties = ["GatewayId", "DestinationCidrBlock", "DestinationIpv6CidrBlock"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.EC2.CfnRoute",
                Not(AllOf(Prop("GatewayId").Test(IsInternetGateway, Default.Violates), AnyOf(Prop("DestinationCidrBlock").Has(s_isEverywhere), Prop("DestinationIpv6CidrBlock").Has(s_isEverywhere))))),
            // The public subnets of a Vpc are meant; a route that is added by hand is judged.
            Target.Call(
                Subnet,
                "AddRoute",
                Not(AllOf(
                    Prop("options.RouterType").Is("GATEWAY"),
                    Prop("options.RouterId").Test(IsInternetGateway, Default.Violates),
                    AnyOf(
                        AllOf(Prop("options.DestinationCidrBlock").IsUnset(), Prop("options.DestinationIpv6CidrBlock").IsUnset()),
                        Prop("options.DestinationCidrBlock").Has(s_isEverywhere),
                        Prop("options.DestinationIpv6CidrBlock").Has(s_isEverywhere))))),
            Target.Call(Subnet, "AddDefaultInternetRoute", Never),
            Target.Of("Amazon.CDK.AWS.EC2.Vpc", When(IsRequested(() => RouteToInternet!, PublicSubnets), Prop("SubnetConfiguration").Each(Prop("SubnetType").IsNot("PUBLIC"), unset: Default.Violates))),
        ],
    };

    public static readonly ConstructRule PublicAddresses = new()
    {
        Id = "SKY1110",
        Key = "VPCSubnetAutoAssignPublicIpDisabled",
        Title = "Subnet gives public addresses to everything in it",
        Message = "{0} gives a public address to each instance that starts in it; set MapPublicIpOnLaunch = false",
        Why = "Whatever starts in the subnet is on the internet without having asked for it. Let those that need an address ask: a load balancer and a NAT gateway get theirs anyway.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = s_nagOfAddresses,
            SecurityHub = ["EC2.15"],
            Trivy = ["AWS-0164"],
            Sonar = ["S6329"],
            Guard = ["SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED"],
            Cwe = ["CWE-284"],
        },
        Options = [new RuleOption(DefaultSubnets, "false", "Also report networks that do not say which subnets they want, and so have public ones, as cdk-nag does.") { CdkNag = s_nagOfAddresses }],
        CfnProperties = ["MapPublicIpOnLaunch", "AssignIpv6AddressOnCreation"],
        Targets =
        [
            // A network that does not say which subnets it wants has public ones; unless it is demanded, only those that are asked for are judged.
            Target.Of(
                "Amazon.CDK.AWS.EC2.Vpc",
                AllOf(
                    Prop("SubnetConfiguration").Each(AnyOf(Circumstance(Prop("SubnetType").IsNot("PUBLIC")), Prop("MapPublicIpOnLaunch").IsFalse(Default.Violates))),
                    When(IsRequested(() => PublicAddresses!, DefaultSubnets), Prop("SubnetConfiguration").IsSet())),
                Fix.Set("MapPublicIpOnLaunch", "false")),
            Target.Of([Subnet, "Amazon.CDK.AWS.EC2.PublicSubnet"], Prop("MapPublicIpOnLaunch").IsFalse(), Fix.Set("MapPublicIpOnLaunch", "false")),
            Target.Of("Amazon.CDK.AWS.EC2.CfnSubnet", AllOf(Prop("MapPublicIpOnLaunch").IsFalse(), Prop("AssignIpv6AddressOnCreation").IsFalse()), Fix.Set("MapPublicIpOnLaunch", "false"), Fix.Set("AssignIpv6AddressOnCreation", "false")),
        ],
    };

    public static readonly ConstructRule GroupDescription = new()
    {
        Id = "SKY1111",
        Key = "EC2SecurityGroupDescription",
        Title = "Security group does not say what it is for",
        Message = "{0} has no description; say what it lets through and for whom",
        Why = "Rules that nobody can explain are never removed. The description is the only text that is shown beside the group everywhere, and it cannot be changed later without replacing the group.",
        NoFix = "What the group is for is known only to whoever made it.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-EC27"], Checkov = ["CKV_AWS_23"], Trivy = ["AWS-0099"], Guard = ["SECURITY_GROUP_DESCRIPTION_RULE"] },
        CfnProperties = ["GroupDescription"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.EC2.SecurityGroup", Prop("Description").Test(SaysSomething, Default.Satisfies)),
            Target.Of("Amazon.CDK.AWS.EC2.CfnSecurityGroup", Prop("GroupDescription").Test(SaysSomething, Default.Violates)),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [DefaultGroupClosed, RouteToInternet, PublicAddresses, GroupDescription];

    // A gateway of a private connection is named by the same property.
    private static Outcome IsInternetGateway(Value gateway) => gateway switch
    {
        CallValue { Receiver: ObjectValue { Type.Name: "CfnVPNGateway" or "VpnGateway" } } or CallValue { Method.Name: "get_VpnGatewayId" or "get_GatewayId" } => Outcome.Violated,
        CallValue { Receiver: ObjectValue { Type.Name: "CfnInternetGateway" } } or CallValue { Method.Name: "get_InternetGatewayId" } => Outcome.Satisfied,
        ConstantValue { Constant: string id } => id == "local" || id.StartsWith("vgw-", StringComparison.Ordinal) ? Outcome.Violated : Outcome.Satisfied,
        _ => Outcome.Unknown,
    };

    private static Outcome SaysSomething(Value description) => description switch
    {
        ConstantValue { Constant: string text } => text.Trim().Length < 2 ? Outcome.Violated : Outcome.Satisfied,
        UnknownValue { NotNull: false } => Outcome.Unknown,
        _ => Outcome.Satisfied,
    };
}
