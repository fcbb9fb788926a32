using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Instances, volumes and images.</summary>
public sealed class ComputeTests
{
    private static readonly StackSource s_stack = new("AutoScaling", "EC2", "ECR");

    private const string Instance = "Vpc = Vpc.FromLookup(this, \"V\", new VpcLookupOptions()), InstanceType = new InstanceType(\"t3.micro\"), MachineImage = MachineImage.";
    private const string Encrypted = "BlockDevices = new[] { new Amazon.CDK.AWS.EC2.BlockDevice { DeviceName = \"/dev/xvda\", Volume = Amazon.CDK.AWS.EC2.BlockDeviceVolume.Ebs(8, new Amazon.CDK.AWS.EC2.EbsDeviceOptions { Encrypted = true }) } }";

    [Theory]
    [InlineData("SKY1020", "new Repository(this, \"R\");")]
    [InlineData("SKY1020", "new CfnRepository(this, \"R\");")]
    [InlineData("SKY1024", "new CfnVolume(this, \"V\", new CfnVolumeProps { AvailabilityZone = text });")]
    [InlineData("SKY1024", "new Volume(this, \"V\", new VolumeProps { AvailabilityZone = text, Encrypted = false, SnapshotId = text });")]
    [InlineData("SKY1024", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2023() });")]
    [InlineData("SKY1024", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestWindows(WindowsVersion.WINDOWS_SERVER_2022_ENGLISH_FULL_BASE) });")]
    [InlineData("SKY1024", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2(), BlockDevices = new[] { new Amazon.CDK.AWS.EC2.BlockDevice { DeviceName = \"/dev/xvda\", Volume = Amazon.CDK.AWS.EC2.BlockDeviceVolume.Ebs(8) } } });")]
    [InlineData("SKY1024", "new AutoScalingGroup(this, \"G\", new AutoScalingGroupProps { " + Instance + "LatestAmazonLinux2() });")]
    [InlineData("SKY1024", "new LaunchTemplate(this, \"L\", new LaunchTemplateProps { BlockDevices = new[] { new Amazon.CDK.AWS.EC2.BlockDevice { DeviceName = \"/dev/sdb\", Volume = Amazon.CDK.AWS.EC2.BlockDeviceVolume.Ebs(8) } } });")]
    [InlineData("SKY1024", "new CfnInstance(this, \"I\");")]
    [InlineData("SKY1024", "new CfnInstance(this, \"I\", new CfnInstanceProps { BlockDeviceMappings = new[] { new CfnInstance.BlockDeviceMappingProperty { DeviceName = \"/dev/xvda\", Ebs = new CfnInstance.EbsProperty { VolumeSize = 8 } } } });")]
    [InlineData("SKY1025", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2() });")]
    [InlineData("SKY1025", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2(), RequireImdsv2 = false });")]
    [InlineData("SKY1025", "new AutoScalingGroup(this, \"G\", new AutoScalingGroupProps { " + Instance + "LatestAmazonLinux2() });")]
    [InlineData("SKY1025", "new LaunchTemplate(this, \"L\");")]
    [InlineData("SKY1025", "new LaunchTemplate(this, \"L\", new LaunchTemplateProps { HttpTokens = LaunchTemplateHttpTokens.OPTIONAL });")]
    [InlineData("SKY1025", "new CfnInstance(this, \"I\");")]
    [InlineData("SKY1025", "new CfnLaunchTemplate(this, \"L\", new CfnLaunchTemplateProps { LaunchTemplateData = new CfnLaunchTemplate.LaunchTemplateDataProperty { InstanceType = \"t3.micro\" } });")]
    [InlineData("SKY1025", "new BastionHostLinux(this, \"H\", new BastionHostLinuxProps { Vpc = Vpc.FromLookup(this, \"V\", new VpcLookupOptions()), MachineImage = MachineImage.LatestAmazonLinux2() });")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1020", "new Repository(this, \"R\", new RepositoryProps { ImageScanOnPush = true });")]
    [InlineData("SKY1020", "var r = new CfnRepository(this, \"R\"); r.ImageScanningConfiguration = new CfnRepository.ImageScanningConfigurationProperty { ScanOnPush = true };")]
    [InlineData("SKY1024", "new Volume(this, \"V\", new VolumeProps { AvailabilityZone = text, SnapshotId = text });")]
    [InlineData("SKY1024", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2(), " + Encrypted + " });")]
    [InlineData("SKY1024", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2(), BlockDevices = new[] { new Amazon.CDK.AWS.EC2.BlockDevice { DeviceName = \"/dev/sdb\", Volume = Amazon.CDK.AWS.EC2.BlockDeviceVolume.Ephemeral(0) } } });")]
    [InlineData("SKY1024", "new AutoScalingGroup(this, \"G\", new AutoScalingGroupProps { Vpc = Vpc.FromLookup(this, \"V\", new VpcLookupOptions()), LaunchTemplate = LaunchTemplate.FromLaunchTemplateAttributes(this, \"L\", new LaunchTemplateAttributes { LaunchTemplateId = text }) });")]
    [InlineData("SKY1024", "new LaunchTemplate(this, \"L\");")]
    [InlineData("SKY1024", "new CfnInstance(this, \"I\", new CfnInstanceProps { LaunchTemplate = text });")]
    [InlineData("SKY1025", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2(), RequireImdsv2 = true });")]
    // Amazon Linux 2023 demands version 2 by itself; what an unknown image does is not known.
    [InlineData("SKY1025", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2023() });")]
    [InlineData("SKY1025", "IMachineImage image = given ? MachineImage.LatestAmazonLinux2() : MachineImage.LatestAmazonLinux2023(); new LaunchTemplate(this, \"L\", new LaunchTemplateProps { MachineImage = image });")]
    [InlineData("SKY1025", "new LaunchTemplate(this, \"L\", new LaunchTemplateProps { HttpTokens = LaunchTemplateHttpTokens.REQUIRED });")]
    [InlineData("SKY1025", "new AutoScalingGroup(this, \"G\", new AutoScalingGroupProps { Vpc = Vpc.FromLookup(this, \"V\", new VpcLookupOptions()), LaunchTemplate = LaunchTemplate.FromLaunchTemplateAttributes(this, \"L\", new LaunchTemplateAttributes { LaunchTemplateId = text }) });")]
    [InlineData("SKY1025", "Aspects.Of(this).Add(new InstanceRequireImdsv2Aspect()); new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2() });")]
    [InlineData("SKY1025", "new CfnLaunchTemplate(this, \"L\", new CfnLaunchTemplateProps { LaunchTemplateData = new CfnLaunchTemplate.LaunchTemplateDataProperty { MetadataOptions = new CfnLaunchTemplate.MetadataOptionsProperty { HttpTokens = \"required\" } } });")]
    // Whether the default image is Amazon Linux 2023 depends on a flag.
    [InlineData("SKY1025", "new BastionHostLinux(this, \"H\", new BastionHostLinuxProps { Vpc = Vpc.FromLookup(this, \"V\", new VpcLookupOptions()) });")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    /// <summary>The registry's own configuration replaces those of the repositories.</summary>
    [Fact]
    public Task A_scanned_registry_needs_no_scanned_repositories() => s_stack.Silent(
        "SKY1020",
        "new Repository(this, \"R\"); new CfnRegistryScanningConfiguration(this, \"C\", new CfnRegistryScanningConfigurationProps { ScanType = \"ENHANCED\", Rules = text });",
        Refs.Cdk277);

    [Fact]
    public async Task The_default_image_of_a_bastion_depends_on_a_flag()
    {
        const string Bastion = "new BastionHostLinux(this, \"H\", new BastionHostLinuxProps { Vpc = Vpc.FromLookup(this, \"V\", new VpcLookupOptions()) });";
        await s_stack.Flagged("SKY1025", Bastion, StackSource.WithFlags(Refs.Cdk));
        await s_stack.Silent("SKY1025", Bastion, StackSource.WithFlags(Refs.Cdk, "@aws-cdk/aws-ec2:bastionHostUseAmazonLinux2023ByDefault"));
    }

    [Fact]
    public Task Newer_instances_name_their_metadata_options() =>
        s_stack.Silent("SKY1025", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestAmazonLinux2(), HttpTokens = HttpTokens.REQUIRED });", Refs.Cdk277);

    /// <summary>The fix has to know the name of the root device, and that depends on the image.</summary>
    [Fact]
    public async Task The_root_volume_is_encrypted_where_its_name_is_known()
    {
        await Verify.Fix(
            "SKY1024",
            Source("var i = new InstanceProps { MachineImage = MachineImage.LatestAmazonLinux2023(), RequireImdsv2 = true }; new Instance_(scope, \"I\", i);"),
            Source("var i = new InstanceProps { MachineImage = MachineImage.LatestAmazonLinux2023(), RequireImdsv2 = true, BlockDevices = new[] { new BlockDevice { DeviceName = \"/dev/xvda\", Volume = BlockDeviceVolume.Ebs(30, new EbsDeviceOptions { Encrypted = true }) } } }; new Instance_(scope, \"I\", i);"),
            Refs.Cdk);
        await s_stack.NoFix("SKY1024", "new Instance_(this, \"I\", new InstanceProps { " + Instance + "LatestWindows(WindowsVersion.WINDOWS_SERVER_2022_ENGLISH_FULL_BASE) });", Refs.Cdk);

        static string Source(string statements) => $$"""
            using Amazon.CDK.AWS.EC2;
            using Constructs;

            static class C
            {
                static void M(Construct scope)
                {
                    {{statements}}
                }
            }
            """;
    }
}
