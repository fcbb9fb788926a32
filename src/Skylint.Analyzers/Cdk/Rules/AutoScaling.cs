using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EC2 Auto Scaling.</summary>
internal static class AutoScaling
{
    private const string Group = "Amazon.CDK.AWS.AutoScaling.AutoScalingGroup";
    private const string CfnGroup = "Amazon.CDK.AWS.AutoScaling.CfnAutoScalingGroup";

    private const string Unset = "unset";

    private static readonly Requirement s_hasTemplate = AnyOf(Prop("LaunchTemplate").IsSet(), Prop("MixedInstancesPolicy").IsSet());

    // With the flag the library makes a launch template, which leaves it to the subnets as well.
    private static readonly Default s_makesConfiguration = Default.Flag("@aws-cdk/aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig", on: Default.Satisfies, off: Default.Violates);

    private static readonly string[] s_events =
    [
        "autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "autoscaling:EC2_INSTANCE_TERMINATE", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
    ];

    // Calls that make the group a target, whichever end they start from.
    private static readonly string[] s_attachments = ["AttachToApplicationTargetGroup", "AttachToNetworkTargetGroup", "AttachToClassicLB", "AddTargets", "AddTarget"];

    // Several kinds of check may stand in one text.
    private static readonly Requirement s_asksLoadBalancer = Prop("HealthCheckType").Test(
        type => PropertyPath.Name(type) is { } names ? names.Split(',').Any(name => name.Trim() == "ELB") ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown,
        Default.Violates);

    public static readonly ConstructRule Cooldown = new()
    {
        Id = "SKY1055",
        Key = "AutoScalingGroupCooldownPeriod",
        Title = "Auto Scaling group has no pause between two steps",
        Message = "{0} scales again before the last step has had an effect; leave Cooldown out or set some minutes",
        Why = "New instances take minutes to carry load. A group that does not wait for them starts more than it needs, then stops too many, and pays for both.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-AS1"] },
        CfnProperties = ["Cooldown"],
        Targets =
        [
            Target.Of(Group, Prop("Cooldown").IsAtLeast(1, Default.Satisfies), Fix.Set("Cooldown", "Amazon.CDK.Duration.Minutes(5)")),
            Target.Of(CfnGroup, Prop("Cooldown").IsAtLeast(1, Default.Satisfies), Fix.Set("Cooldown", "\"300\"")),
        ],
    };

    public static readonly ConstructRule HealthCheck = new()
    {
        Id = "SKY1056",
        Key = "AutoScalingGroupELBHealthCheckRequired",
        Title = "Auto Scaling group does not ask its load balancer for health",
        Message = "{0} stands behind a load balancer and does not ask it which instances are healthy; set an ELB health check with a grace period",
        Why = "By itself the group only notices that a machine has stopped. An instance whose application hangs is taken out of the load balancer and never replaced, until none is left. Without a grace period, new instances are replaced before they are ready.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References
        {
            CdkNag =
            [
                "AwsSolutions-AS2", "HIPAA.Security-AutoScalingGroupELBHealthCheckRequired", "NIST.800.53.R4-AutoScalingGroupELBHealthCheckRequired",
                "NIST.800.53.R5-AutoScalingGroupELBHealthCheckRequired", "PCI.DSS.321-AutoScalingGroupELBHealthCheckRequired",
            ],
            SecurityHub = ["AutoScaling.1"],
            Guard = ["AUTOSCALING_GROUP_ELB_HEALTHCHECK_REQUIRED"],
        },
        CfnProperties = ["HealthCheckType", "HealthCheckGracePeriod"],
        Targets =
        [
            Target.Of(
                Group,
                When(That((_, group) => IsAttached(group)), AnyOf(Prop("HealthCheck").Has(That(AsksLoadBalancer)), Prop("HealthChecks").Has(That(AsksLoadBalancer)))),
                Fix.Set("HealthCheck", "Amazon.CDK.AWS.AutoScaling.HealthCheck.Elb(new Amazon.CDK.AWS.AutoScaling.ElbHealthCheckOptions { Grace = Amazon.CDK.Duration.Minutes(5) })", "Add an ELB health check with five minutes of grace"),
                Fix.Set(
                    "HealthChecks",
                    "Amazon.CDK.AWS.AutoScaling.HealthChecks.WithAdditionalChecks(new Amazon.CDK.AWS.AutoScaling.AdditionalHealthChecksOptions { AdditionalTypes = new[] { Amazon.CDK.AWS.AutoScaling.AdditionalHealthCheckType.ELB }, GracePeriod = Amazon.CDK.Duration.Minutes(5) })",
                    "Add an ELB health check with five minutes of grace")),
            Target.Of(CfnGroup, When(AnyOf(Prop("TargetGroupArns").IsSet(), Prop("LoadBalancerNames").IsSet()), s_asksLoadBalancer), Fix.SetAll("Add an ELB health check with five minutes of grace", ("HealthCheckType", "\"ELB\""), ("HealthCheckGracePeriod", "300"))),
            Target.Of(CfnGroup, When(s_asksLoadBalancer, Prop("HealthCheckGracePeriod").IsSet()), Fix.Set("HealthCheckGracePeriod", "300")),
        ],
    };

    public static readonly ConstructRule Notifications = new()
    {
        Id = "SKY1057",
        Key = "AutoScalingGroupScalingNotifications",
        Title = "Auto Scaling group tells nobody when it scales",
        Message = "{0} does not notify anybody of launches, terminations and their failures; set Notifications",
        Why = "A group that cannot start instances any more, because an image is gone or a limit is reached, stays silent until the load comes.",
        NoFix = "Who is to be notified is for the team to say.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-AS3"] },
        CfnProperties = ["NotificationConfigurations"],
        Targets =
        [
            Target.Of(Group, Prop("Notifications").Has(That(NotifiesOfAll))),
            Target.Of(CfnGroup, Prop("NotificationConfigurations").Has(That(NamesAllEvents))),
        ],
    };

    public static readonly ConstructRule PublicIp = new()
    {
        Id = "SKY1058",
        Key = "AutoScalingLaunchConfigPublicIpDisabled",
        Title = "Instances of an Auto Scaling group get public addresses",
        Message = "{0} gives its instances public addresses; set AssociatePublicIpAddress = false and put a load balancer in front",
        Why = "Every instance can be reached from the internet past the load balancer, its filters and its logs. One wrong security-group rule is then enough.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-AutoScalingLaunchConfigPublicIpDisabled", "NIST.800.53.R5-AutoScalingLaunchConfigPublicIpDisabled", "PCI.DSS.321-AutoScalingLaunchConfigPublicIpDisabled"],
            SecurityHub = ["AutoScaling.5"],
            Trivy = ["AWS-0009"],
            Sonar = ["S6329"],
            Guard = ["AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED"],
            Cwe = ["CWE-284"],
        },
        Options =
        [
            new RuleOption(Unset, "false", "Also report groups that leave it to their subnets, as cdk-nag does.")
            {
                CdkNag = ["HIPAA.Security-AutoScalingLaunchConfigPublicIpDisabled", "NIST.800.53.R5-AutoScalingLaunchConfigPublicIpDisabled", "PCI.DSS.321-AutoScalingLaunchConfigPublicIpDisabled"],
            },
        ],
        CfnProperties = ["AssociatePublicIpAddress"],
        Targets =
        [
            // Left out, the subnets decide, and those that the library chooses by itself give no public address.
            Target.Of(
                Group,
                AnyOf(Prop("AssociatePublicIpAddress").IsFalse(Default.Violates), Prop("AssociatePublicIpAddress").IsUnset() & Prop("VpcSubnets.SubnetType").IsNot("PUBLIC")),
                Fix.Set("AssociatePublicIpAddress", "false")),
            Target.Of("Amazon.CDK.AWS.AutoScaling.CfnLaunchConfiguration", Prop("AssociatePublicIpAddress").IsFalse(Default.Violates), Fix.Set("AssociatePublicIpAddress", "false")),
            Target.Of(Group, AnyOf(s_hasTemplate, Prop("AssociatePublicIpAddress").IsSet(s_makesConfiguration), Prop("VpcSubnets.SubnetType").Is("PUBLIC")), Fix.Set("AssociatePublicIpAddress", "false")) with { Option = Unset },
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Cooldown, HealthCheck, Notifications, PublicIp];

    private static Verdict IsAttached(Construct group)
    {
        var outcome = Outcome.Violated;
        foreach (var usage in group.Usages)
        {
            // listener.AddTargets("Web", new AddApplicationTargetsProps { Targets = new[] { group } })
            if (!usage.Around().Any(IsAttachment))
                continue;
            if (!usage.IsConditional)
                return Outcome.Satisfied;
            outcome = Outcome.Unknown;
        }

        return outcome == Outcome.Violated && group.Escapes ? Outcome.Unknown : outcome;
    }

    private static bool IsAttachment(Microsoft.CodeAnalysis.IOperation operation) => operation switch
    {
        IInvocationOperation call => s_attachments.Contains(call.TargetMethod.Name),
        IObjectCreationOperation { Type.Name: "ApplicationTargetGroupProps" or "NetworkTargetGroupProps" or "AddApplicationTargetsProps" or "AddNetworkTargetsProps" } => true,
        _ => false,
    };

    private static Verdict AsksLoadBalancer(Value check, Construct group) => check switch
    {
        UnsetValue or NullValue => Outcome.Violated,
        CallValue { Method.Name: "Elb" } => Outcome.Satisfied,
        CallValue { Method.Name: "WithAdditionalChecks", Arguments.Count: 1 } call => Prop("AdditionalTypes").Some(Self.Is("ELB"), Default.Unknown).Check(call.Arguments[0], group).Outcome,
        CallValue { Method.Name: "Ec2" } => Outcome.Violated,
        _ => Outcome.Unknown,
    };

    private static Verdict NotifiesOfAll(Value notifications, Construct group)
    {
        if (notifications is UnsetValue or NullValue)
            return Outcome.Violated;
        if (notifications is not ListValue { IsOpen: false } list)
            return Outcome.Unknown;
        // Left out, a notification is about everything.
        var kinds = list.Items.Select(item => group.Cdk.Resolver.Member(item, "ScalingEvents") switch
        {
            UnsetValue or NullValue => "ALL",
            MemberValue member => member.Name,
            _ => null,
        }).ToList();
        return kinds.Contains("ALL") || kinds.Contains("LAUNCH_EVENTS") && kinds.Contains("TERMINATION_EVENTS") ? Outcome.Satisfied
            : kinds.Contains(null) ? Outcome.Unknown : Outcome.Violated;
    }

    private static Verdict NamesAllEvents(Value notifications, Construct group)
    {
        if (notifications is UnsetValue or NullValue)
            return Outcome.Violated;
        if (notifications is not ListValue { IsOpen: false } list)
            return Outcome.Unknown;
        var types = list.Items.Select(item => group.Cdk.Resolver.Member(item, "NotificationTypes")).ToList();
        var named = types.OfType<ListValue>().SelectMany(t => t.Items).Select(PropertyPath.Name).ToList();
        return s_events.All(named.Contains) ? Outcome.Satisfied
            : named.Contains(null) || types.Any(t => t is not (ListValue { IsOpen: false } or UnsetValue)) ? Outcome.Unknown : Outcome.Violated;
    }
}
