using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>What rules about EC2 instances and their volumes share: which image they start from, and which devices are encrypted.</summary>
internal static class Instances
{
    private static readonly Requirement s_encrypted = Prop("Encrypted").IsTrue();

    /// <summary>The image is Amazon Linux 2023, whose instances demand version 2 of the metadata service by themselves.</summary>
    public static Requirement StartsFromAmazonLinux2023 { get; } = Prop("MachineImage").Has(That((image, _) => image switch
    {
        CallValue { Method.Name: "LatestAmazonLinux2023" or "AmazonLinux2023" } => Outcome.Satisfied,
        ObjectValue { Type.Name: "AmazonLinux2023ImageSsmParameter" } => Outcome.Satisfied,
        UnsetValue or NullValue or CallValue or ObjectValue or MemberValue => Outcome.Violated,
        _ => Outcome.Unknown,
    }));

    /// <summary>The image is certainly one of Amazon Linux, whose root device is <c>/dev/xvda</c>. Never unknown, so that it can choose between targets.</summary>
    public static Requirement StartsFromAmazonLinux { get; } = Prop("MachineImage").Has(That((image, _) =>
        image is CallValue { Method: { Name: "LatestAmazonLinux" or "LatestAmazonLinux2" or "LatestAmazonLinux2022" or "LatestAmazonLinux2023", ContainingType.Name: "MachineImage" } } ? Outcome.Satisfied : Outcome.Violated));

    /// <summary>A block device of an L2 is encrypted, takes its encryption from a snapshot, or is no EBS volume.</summary>
    public static Requirement DeviceIsEncrypted { get; } = Prop("Volume").Has(That((volume, construct) => volume switch
    {
        CallValue { Method: { Name: "Ebs", ContainingType.Name: "BlockDeviceVolume" } } call => call.Arguments.Count < 2 ? Outcome.Violated : s_encrypted.Check(call.Arguments[1], construct).Outcome,
        CallValue { Method.ContainingType.Name: "BlockDeviceVolume" } => Outcome.Satisfied,
        _ => Outcome.Unknown,
    }));

    /// <summary>The same for a block device mapping of an L1.</summary>
    public static Requirement MappingIsEncrypted { get; } = AnyOf(Prop("Ebs.Encrypted").IsTrue(), Prop("Ebs.SnapshotId").IsSet(), Prop("Ebs").IsUnset());
}
