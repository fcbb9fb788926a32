using System.Text.RegularExpressions;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about what an Amazon EC2 instance is started with: network, role, monitoring and protection.</summary>
internal static class Ec2InstanceSettings
{
    private const string Instance = "Amazon.CDK.AWS.EC2.Instance_";
    private const string CfnInstance = "Amazon.CDK.AWS.EC2.CfnInstance";

    // Types of earlier generations that can have a dedicated connection to their volumes and do not have it by themselves.
    private static readonly HashSet<string> s_optimizable = new(StringComparer.OrdinalIgnoreCase)
    {
        "c1.xlarge", "c3.xlarge", "c3.2xlarge", "c3.4xlarge", "g2.2xlarge", "i2.xlarge", "i2.2xlarge", "i2.4xlarge", "m1.large", "m1.xlarge",
        "m2.2xlarge", "m2.4xlarge", "m3.xlarge", "m3.2xlarge", "r3.xlarge", "r3.2xlarge", "r3.4xlarge",
    };

    private static readonly Dictionary<string, string> s_families = new(StringComparer.Ordinal)
    {
        ["STANDARD"] = "m", ["MEMORY"] = "r", ["COMPUTE"] = "c", ["BURSTABLE"] = "t", ["IO"] = "i", ["STORAGE"] = "d", ["GRAPHICS"] = "g", ["PARALLEL"] = "p",
    };

    private static readonly Regex s_spelledOut = new("^([A-Z]+)([0-9])$", RegexOptions.CultureInvariant);

    private static readonly Regex s_multiple = new("^(XLARGE)([0-9]+)$", RegexOptions.CultureInvariant);

    // What a launch template says is said elsewhere; it is judged there, or not seen at all.
    private static readonly Requirement s_template = Prop("LaunchTemplate").IsSet();

    public static readonly ConstructRule EbsOptimized = new()
    {
        Id = "SKY1101",
        Key = "EC2EBSOptimizedInstance",
        Title = "Instance shares its network with its volumes",
        Message = "{0} is of an earlier generation and reaches its volumes over the shared network; set EbsOptimized = true, or use a current type",
        Why = "Instances of earlier generations send disk and network traffic through the same connection unless asked for a separate one, so that each slows the other down. Current types always have one.",
        Category = Category.Performance,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-EC2EBSOptimizedInstance", "NIST.800.53.R5-EC2EBSOptimizedInstance"],
            Guard = ["EBS_OPTIMIZED_INSTANCE"],
        },
        CfnProperties = ["EbsOptimized", "InstanceType"],
        Targets =
        [
            Target.Of([Instance, CfnInstance], When(Prop("InstanceType").Test(IsOptimizable, Default.Violates), Prop("EbsOptimized").IsTrue()), Fix.Set("EbsOptimized", "true")),
        ],
    };

    public static readonly ConstructRule DetailedMonitoring = new()
    {
        Id = "SKY1102",
        Key = "EC2InstanceDetailedMonitoringEnabled",
        Title = "Instance is measured every five minutes only",
        Message = "{0} has no detailed monitoring; set DetailedMonitoring = true",
        Why = "Basic metrics come every five minutes, which is too late for an alarm or a scaling policy to help with a short peak. Detailed monitoring measures every minute and costs extra for each instance.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["AwsSolutions-EC28", "HIPAA.Security-EC2InstanceDetailedMonitoringEnabled", "NIST.800.53.R4-EC2InstanceDetailedMonitoringEnabled"],
            Guard = ["EC2_INSTANCE_DETAILED_MONITORING_ENABLED"],
        },
        CfnProperties = ["Monitoring", "InstanceMonitoring"],
        Targets =
        [
            Target.Of(Instance, Prop("DetailedMonitoring").IsTrue(), Fix.Set("DetailedMonitoring", "true", "Switch on detailed monitoring (costs extra)")),
            Target.Of(CfnInstance, AnyOf(Prop("Monitoring").IsTrue(), AllOf(Prop("Monitoring").IsUnset(), s_template)), Fix.Set("Monitoring", "true", "Switch on detailed monitoring (costs extra)")),
            // Groups have it unless they say no.
            Target.Of(
                "Amazon.CDK.AWS.AutoScaling.AutoScalingGroup",
                Prop("InstanceMonitoring").IsNot("BASIC"),
                Fix.Set("InstanceMonitoring", "Amazon.CDK.AWS.AutoScaling.Monitoring.DETAILED", "Switch on detailed monitoring (costs extra)")),
            Target.Of("Amazon.CDK.AWS.AutoScaling.CfnLaunchConfiguration", Prop("InstanceMonitoring").IsNotFalse(), Fix.Set("InstanceMonitoring", "true", "Switch on detailed monitoring (costs extra)")),
        ],
    };

    public static readonly ConstructRule NoPublicIp = new()
    {
        Id = "SKY1103",
        Key = "EC2InstanceNoPublicIp",
        Title = "Instance has a public address",
        Message = "{0} gets a public address; place it in private subnets and reach it through a load balancer or Session Manager",
        Why = "With a public address every port that the security group opens, now or by mistake later, can be reached from the internet. Behind a load balancer or a NAT gateway the instance serves and calls out just as well.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-EC2InstanceNoPublicIp", "NIST.800.53.R4-EC2InstanceNoPublicIp", "NIST.800.53.R5-EC2InstanceNoPublicIp", "PCI.DSS.321-EC2InstanceNoPublicIp"],
            SecurityHub = ["EC2.9", "EC2.25"],
            Checkov = ["CKV_AWS_88"],
            Sonar = ["S6329"],
            Guard = ["EC2_INSTANCE_NO_PUBLIC_IP"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["NetworkInterfaces"],
        Targets =
        [
            Target.Of(
                Instance,
                AnyOf(
                    Prop("AssociatePublicIpAddress").IsFalse(Default.Violates),
                    AllOf(Prop("AssociatePublicIpAddress").IsUnset(), Prop("VpcSubnets.SubnetType").IsNot("PUBLIC"))),
                Fix.Set("AssociatePublicIpAddress", "false", "Set AssociatePublicIpAddress = false (replaces a deployed instance)")),
            Target.Of(
                "Amazon.CDK.AWS.EC2.LaunchTemplate",
                Prop("AssociatePublicIpAddress").IsFalse(),
                Fix.Set("AssociatePublicIpAddress", "false", "Set AssociatePublicIpAddress = false (replaces a deployed instance)")),
            Target.Of(
                CfnInstance,
                Prop("NetworkInterfaces").Each(Prop("AssociatePublicIpAddress").IsFalse()),
                Fix.Set("AssociatePublicIpAddress", "false", "Set AssociatePublicIpAddress = false (replaces a deployed instance)")),
        ],
    };

    public static readonly ConstructRule ProfileAttached = new()
    {
        Id = "SKY1104",
        Key = "EC2InstanceProfileAttached",
        Title = "Instance has no role",
        Message = "{0} has no instance profile; set IamInstanceProfile, or use Instance_, which makes one",
        Why = "What runs on the instance and calls AWS then needs credentials from elsewhere, and those are long-lived keys in a file. It also cannot be reached by Session Manager.",
        NoFix = "What the role may do has to be decided with it.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-EC2InstanceProfileAttached", "NIST.800.53.R5-EC2InstanceProfileAttached", "PCI.DSS.321-EC2InstanceProfileAttached"],
            Guard = ["EC2_INSTANCE_PROFILE_ATTACHED"],
            Cwe = ["CWE-798"],
        },
        CfnProperties = ["IamInstanceProfile", "LaunchTemplate"],
        Targets = [Target.Of(CfnInstance, AnyOf(Prop("IamInstanceProfile").IsSet(), s_template))],
    };

    public static readonly ConstructRule TerminationProtection = new()
    {
        Id = "SKY1105",
        Key = "EC2InstanceTerminationProtection",
        Title = "Instance can be terminated by mistake",
        Message = "{0} is not protected from termination; set DisableApiTermination = true",
        Why = "A click on the wrong instance, or a script with the wrong filter, destroys it and what it has not stored elsewhere. With protection somebody has to lift it first.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-EC29"] },
        CfnProperties = ["DisableApiTermination"],
        Targets =
        [
            // Older versions of the L2 can only say so with an override.
            Target.Of([Instance, CfnInstance], Prop("DisableApiTermination").IsTrue(), Fix.Set("DisableApiTermination", "true")),
        ],
    };

    public static readonly ConstructRule InVpc = new()
    {
        Id = "SKY1106",
        Key = "EC2InstancesInVPC",
        Title = "Instance names no subnet",
        Message = "{0} names no subnet and starts in the default VPC; set SubnetId",
        Why = "The subnets of the default VPC are public, and everything else that nobody placed on purpose is there as well. A subnet of your own keeps the instance apart and under the network's rules.",
        NoFix = "Which network the instance belongs to is known only to its owner.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-EC2InstancesInVPC", "NIST.800.53.R4-EC2InstancesInVPC", "NIST.800.53.R5-EC2InstancesInVPC", "PCI.DSS.321-EC2InstancesInVPC"],
            Guard = ["EC2_INSTANCES_IN_VPC"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["SubnetId", "NetworkInterfaces", "LaunchTemplate"],
        Targets = [Target.Of(CfnInstance, AnyOf(Prop("SubnetId").IsSet(), Prop("NetworkInterfaces").Some(AnyOf(Prop("SubnetId").IsSet(), Prop("NetworkInterfaceId").IsSet())), s_template))],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [EbsOptimized, DetailedMonitoring, NoPublicIp, ProfileAttached, TerminationProtection, InVpc];

    private static Outcome IsOptimizable(Value type) => TypeName(type) is { } name ? s_optimizable.Contains(name) ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown;

    /// <summary>The type as EC2 spells it, such as <c>m3.xlarge</c>; null when the code does not tell.</summary>
    private static string? TypeName(Value type) => type switch
    {
        ConstantValue { Constant: string text } => text,
        ObjectValue { Type.Name: "InstanceType" } made when made.Arguments.TryGetValue("instanceTypeIdentifier", out var text) => TypeName(text),
        CallValue { Method: { Name: "Of", ContainingType.Name: "InstanceType" }, Arguments.Count: 2 } of when of.Arguments[0] is MemberValue family && of.Arguments[1] is MemberValue size => $"{Family(family.Name)}.{Size(size.Name)}",
        _ => null,
    };

    // STANDARD3 is another name of M3.
    private static string Family(string name) => s_spelledOut.Match(name) is { Success: true } match && s_families.TryGetValue(match.Groups[1].Value, out var letter) ? letter + match.Groups[2].Value : name.ToLowerInvariant();

    private static string Size(string name) => s_multiple.Match(name) is { Success: true } match ? $"{match.Groups[2].Value}xlarge" : name.ToLowerInvariant();
}
