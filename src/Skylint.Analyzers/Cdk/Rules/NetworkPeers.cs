using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>What security group rules share: which peers are the whole world, and which ports a rule opens.</summary>
internal static class NetworkPeers
{
    private const int Ssh = 22;

    /// <summary>The value is a peer of all IPv4 or IPv6 addresses; the text of a /0 range counts as well.</summary>
    public static Requirement IsWorld { get; } = Self.Test(
        value => value switch
        {
            CallValue { Method: { Name: "AnyIpv4" or "AnyIpv6", ContainingType.Name: "Peer" } } => Outcome.Satisfied,
            CallValue { Method: { Name: "Ipv4" or "Ipv6", ContainingType.Name: "Peer" }, Arguments.Count: 1 } call => IsWorldRange(call.Arguments[0]),
            ConstantValue => IsWorldRange(value),
            // Another security group, a prefix list, a CIDR that is not written here.
            CallValue { Method.ContainingType.Name: "Peer" } => Outcome.Violated,
            ObjectValue => Outcome.Violated,
            _ => Outcome.Unknown,
        },
        Default.Unknown);

    /// <summary>The value is a port or range that includes SSH.</summary>
    public static Requirement IncludesSsh { get; } = Self.Test(
        value => value switch
        {
            CallValue { Method: { Name: "SSH", ContainingType.Name: "Port" } } => Outcome.Satisfied,
            MemberValue { Member: { Name: "SSH", ContainingType.Name: "Port" } } => Outcome.Satisfied,
            CallValue { Method: { Name: "AllTraffic" or "AllTcp", ContainingType.Name: "Port" } } => Outcome.Satisfied,
            CallValue { Method: { Name: "Tcp", ContainingType.Name: "Port" }, Arguments.Count: 1 } call => Number.TryGet(call.Arguments[0], out var port) ? port == Ssh ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown,
            CallValue { Method: { Name: "TcpRange", ContainingType.Name: "Port" }, Arguments.Count: 2 } call => Number.TryGet(call.Arguments[0], out var from) && Number.TryGet(call.Arguments[1], out var to) ? from <= Ssh && Ssh <= to ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown,
            CallValue { Method.ContainingType.Name: "Port" } => Outcome.Violated,
            MemberValue { Member.ContainingType.Name: "Port" } => Outcome.Violated,
            _ => Outcome.Unknown,
        },
        Default.Unknown);

    /// <summary>The value is every protocol and port.</summary>
    public static Requirement IsEveryPort { get; } = Self.Test(
        value => value switch
        {
            CallValue { Method: { Name: "AllTraffic", ContainingType.Name: "Port" } } => Outcome.Satisfied,
            CallValue { Method.ContainingType.Name: "Port" } or MemberValue { Member.ContainingType.Name: "Port" } => Outcome.Violated,
            _ => Outcome.Unknown,
        },
        Default.Unknown);

    /// <summary>An L1 ingress rule from the whole world.</summary>
    public static Requirement IngressIsWorld { get; } = AnyOf(Prop("CidrIp").Has(IsWorldOrUnset), Prop("CidrIpv6").Has(IsWorldOrUnset));

    /// <summary>An L1 ingress rule whose ports or protocol include SSH.</summary>
    public static Requirement IngressIncludesSsh { get; } = AnyOf(
        Prop("IpProtocol").Is("-1", Default.Unknown),
        AllOf(Prop("FromPort").IsAtMost(Ssh), Prop("ToPort").IsAtLeast(Ssh)));

    // A range that is not set is not open.
    private static Requirement IsWorldOrUnset => AllOf(Self.IsSet(), IsWorld);

    private static Outcome IsWorldRange(Value range) => range is ConstantValue { Constant: string text } ? text.EndsWith("/0", StringComparison.Ordinal) ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown;
}
