using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EC2 instances, their volumes, and the groups and templates that start them.</summary>
internal static class Ec2Instances
{
    private const string Instance = "Amazon.CDK.AWS.EC2.Instance_";
    private const string Group = "Amazon.CDK.AWS.AutoScaling.AutoScalingGroup";
    private const string Template = "Amazon.CDK.AWS.EC2.LaunchTemplate";

    // The template is a construct of its own and is judged there.
    private static readonly Requirement s_usesTemplate = AnyOf(Prop("LaunchTemplate").IsSet(), Prop("MixedInstancesPolicy").IsSet());

    private static readonly Requirement s_encryptedDevices = Prop("BlockDevices").Each(Instances.DeviceIsEncrypted, unset: Default.Violates);

    private static readonly Requirement s_demandsTokens = AnyOf(Prop("RequireImdsv2").IsTrue(), Prop("HttpTokens").Is("REQUIRED"));

    public static readonly ConstructRule VolumeEncrypted = new()
    {
        Id = "SKY1024",
        Key = "EC2EBSVolumeEncrypted",
        Title = "EBS volume is not encrypted",
        Message = "{0} has a volume without encryption; set Encrypted = true",
        Why = "Whoever gets hold of the volume or a snapshot of it reads the data. Encryption costs nothing, and unless the account encrypts by default a volume that does not ask for it is stored in clear text.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-EC26"],
            Checkov = ["CKV_AWS_3", "CKV_AWS_8"],
            Trivy = ["AWS-0008", "AWS-0026", "AWS-0122", "AWS-0131"],
            SecurityHub = ["EC2.3"],
            Sonar = ["S6275"],
            Guard = ["ENCRYPTED_VOLUMES"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["Encrypted", "BlockDeviceMappings", "LaunchTemplateData"],
        Targets =
        [
            Target.Of(
                ["Amazon.CDK.AWS.EC2.Volume", "Amazon.CDK.AWS.EC2.CfnVolume"],
                AnyOf(Prop("Encrypted").IsTrue(), AllOf(Prop("Encrypted").IsUnset(), Prop("SnapshotId").IsSet())),
                Fix.Set("Encrypted", "true", "Set Encrypted = true (replaces a deployed volume)")),
            // The name of the root device, which the fix has to know, depends on the image.
            Target.Of(Instance, AnyOf(Not(Instances.StartsFromAmazonLinux), s_encryptedDevices), EncryptRoot("EC2")),
            Target.Of(Instance, AnyOf(Instances.StartsFromAmazonLinux, s_encryptedDevices)),
            Target.Of(Group, AnyOf(Not(Instances.StartsFromAmazonLinux), s_encryptedDevices, s_usesTemplate), EncryptRoot("AutoScaling")),
            Target.Of(Group, AnyOf(Instances.StartsFromAmazonLinux, s_encryptedDevices, s_usesTemplate)),
            // A template may leave its devices to the one who uses it.
            Target.Of(Template, Prop("BlockDevices").Each(Instances.DeviceIsEncrypted)),
            Target.Of("Amazon.CDK.AWS.EC2.CfnInstance", AnyOf(Prop("BlockDeviceMappings").Each(Instances.MappingIsEncrypted, unset: Default.Violates), AllOf(Prop("BlockDeviceMappings").IsUnset(), Prop("LaunchTemplate").IsSet()))),
            Target.Of("Amazon.CDK.AWS.AutoScaling.CfnLaunchConfiguration", Prop("BlockDeviceMappings").Each(Instances.MappingIsEncrypted, unset: Default.Violates)),
            Target.Of("Amazon.CDK.AWS.EC2.CfnLaunchTemplate", Prop("LaunchTemplateData.BlockDeviceMappings").Each(Instances.MappingIsEncrypted)),
        ],
    };

    public static readonly ConstructRule MetadataTokens = new()
    {
        Id = "SKY1025",
        Key = "EC2IMDSv2Enabled",
        Title = "Instance metadata can be read without a token",
        Message = "{0} answers metadata requests of version 1; set {1}",
        Why = "A web application that can be made to fetch an address of the attacker's choice hands over the credentials of the instance's role. Version 2 of the metadata service demands a token that such a request cannot get.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["HIPAA.Security-EC2IMDSv2Enabled", "NIST.800.53.R4-EC2IMDSv2Enabled", "NIST.800.53.R5-EC2IMDSv2Enabled"],
            Checkov = ["CKV_AWS_79"],
            Trivy = ["AWS-0028", "AWS-0130"],
            SecurityHub = ["EC2.8", "AutoScaling.3"],
            Cwe = ["CWE-918"],
        },
        CfnProperties = ["MetadataOptions", "LaunchTemplate", "LaunchTemplateData"],
        Targets =
        [
            Target.Of([Instance, Template], L2(AnyOf(s_demandsTokens, Instances.StartsFromAmazonLinux2023)), RequireTokens),
            Target.Of(Group, L2(AnyOf(Prop("RequireImdsv2").IsTrue(), s_usesTemplate, Instances.StartsFromAmazonLinux2023)), RequireTokens),
            Target.Of(
                "Amazon.CDK.AWS.EC2.BastionHostLinux",
                L2(AnyOf(
                    Prop("RequireImdsv2").IsTrue(),
                    Instances.StartsFromAmazonLinux2023,
                    AllOf(Prop("MachineImage").IsUnset(), Prop("RequireImdsv2").IsTrue(Default.Flag("@aws-cdk/aws-ec2:bastionHostUseAmazonLinux2023ByDefault", on: Default.Satisfies, off: Default.Violates))))),
                RequireTokens),
            Target.Of("Amazon.CDK.AWS.EC2.CfnLaunchTemplate", L1(Prop("LaunchTemplateData.MetadataOptions.HttpTokens").Is("required"))),
            Target.Of("Amazon.CDK.AWS.EC2.CfnInstance", L1(AnyOf(Prop("MetadataOptions.HttpTokens").Is("required"), AllOf(Prop("MetadataOptions.HttpTokens").IsUnset(), Prop("LaunchTemplate").IsSet())))),
            Target.Of("Amazon.CDK.AWS.AutoScaling.CfnLaunchConfiguration", L1(Prop("MetadataOptions.HttpTokens").Is("required"))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [VolumeEncrypted, MetadataTokens];

    private static Requirement L2(Requirement requirement) => Detailed(_ => "RequireImdsv2 = true", requirement);

    // Older versions have no metadata options for a single instance.
    private static Requirement L1(Requirement requirement) => Detailed(_ => "HttpTokens = \"required\" in its metadata options, or in those of its launch template", requirement);

    private static Fix RequireTokens => Fix.Set("RequireImdsv2", "true");

    private static Fix EncryptRoot(string service) => Fix.Set(
        "BlockDevices",
        $"new[] {{ new Amazon.CDK.AWS.{service}.BlockDevice {{ DeviceName = \"/dev/xvda\", Volume = Amazon.CDK.AWS.{service}.BlockDeviceVolume.Ebs(30, new Amazon.CDK.AWS.{service}.EbsDeviceOptions {{ Encrypted = true }}) }} }}",
        "Encrypt the root volume of 30 GiB (replaces a deployed instance)");
}
