using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Alarms, logs, scaling groups and what acts on them.</summary>
public sealed class OperationsTests
{
    private static readonly StackSource s_alarms = new("CloudWatch", "CloudWatch.Actions", "Logs", "SNS");
    private static readonly StackSource s_groups = new("AutoScaling");
    private static readonly StackSource s_bots = new("Lex", "Logs");

    private const string Props = "new AlarmProps { Metric = new Metric(new MetricProps { Namespace = \"n\", MetricName = \"m\" }), Threshold = 1, EvaluationPeriods = 1 }";
    private const string Alarm = "var alarm = new Alarm(this, \"A\", " + Props + "); ";
    private const string Options = "new CreateAlarmOptions { Threshold = 1, EvaluationPeriods = 1 }";
    private const string Group = "var group = new AutoScalingGroup(this, \"G\", new AutoScalingGroupProps { Vpc = null!, InstanceType = null!, MachineImage = null!";

    [Theory]
    [InlineData(Alarm)]
    [InlineData("new Alarm(this, \"A\", new AlarmProps { Metric = null!, Threshold = 1, EvaluationPeriods = 1, ActionsEnabled = false }).AddAlarmAction(new SnsAction(new Topic(this, \"T\")));")]
    [InlineData("new Metric(new MetricProps { Namespace = \"n\", MetricName = \"m\" }).CreateAlarm(this, \"A\", " + Options + ");")]
    [InlineData(Alarm + "new Dashboard(this, \"D\").AddWidgets(new AlarmWidget(new AlarmWidgetProps { Alarm = alarm }));")]
    public Task Alarms_without_effect(string statements) => s_alarms.Flagged("SKY1068", statements, Refs.Cdk);

    [Theory]
    [InlineData(Alarm + "alarm.AddAlarmAction(new SnsAction(new Topic(this, \"T\")));")]
    [InlineData(Alarm + "alarm.AddOkAction(new SnsAction(new Topic(this, \"T\")));")]
    [InlineData("new Metric(new MetricProps { Namespace = \"n\", MetricName = \"m\" }).CreateAlarm(this, \"A\", " + Options + ").AddAlarmAction(new SnsAction(new Topic(this, \"T\")));")]
    [InlineData(Alarm + "if (given) alarm.AddAlarmAction(new SnsAction(new Topic(this, \"T\")));")]
    [InlineData(Alarm + "foreach (var each in new[] { alarm }) each.AddAlarmAction(new SnsAction(new Topic(this, \"T\")));")]
    [InlineData(Alarm + "void Notify(Alarm each) => each.AddAlarmAction(new SnsAction(new Topic(this, \"T\"))); Notify(alarm);")]
    // Part of another alarm, which is the one that acts.
    [InlineData(Alarm + "new CompositeAlarm(this, \"C\", new CompositeAlarmProps { AlarmRule = AlarmRule.FromAlarm(alarm, AlarmState.ALARM) }).AddAlarmAction(new SnsAction(new Topic(this, \"T\")));")]
    [InlineData(Alarm + "new CompositeAlarm(this, \"C\", new CompositeAlarmProps { AlarmRule = AlarmRule.AnyOf(alarm, alarm) });")]
    [InlineData("Amazon.CDK.AWS.CloudWatch.Alarm.FromAlarmArn(this, \"A\", text);")]
    [InlineData("new CfnAlarm(this, \"A\", new CfnAlarmProps { ComparisonOperator = text, EvaluationPeriods = 1, OkActions = new[] { text } });")]
    public Task Alarms_that_act(string statements) => s_alarms.Silent("SKY1068", statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1070", "new LogGroup(this, \"L\");")]
    [InlineData("SKY1070", "new LogGroup(this, \"L\", new LogGroupProps { Retention = given ? RetentionDays.INFINITE : RetentionDays.ONE_DAY });")]
    [InlineData("SKY1070", "LogGroup.FromLogGroupName(this, \"L\", text);")]
    [InlineData("SKY1070", "var logs = new CfnLogGroup(this, \"L\"); logs.RetentionInDays = 30;")]
    [InlineData("SKY1069", "var logs = new LogGroup(this, \"L\"); ((CfnLogGroup)logs.Node.DefaultChild!).KmsKeyId = text;")]
    public Task Log_groups(string id, string statements) => s_alarms.Silent(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1056", Group + " }); group.AttachToClassicLB(null!);")]
    [InlineData("SKY1056", Group + ", HealthCheck = HealthCheck.Ec2() }); group.AttachToApplicationTargetGroup(null!);")]
    [InlineData("SKY1056", "new CfnAutoScalingGroup(this, \"G\", new CfnAutoScalingGroupProps { MinSize = \"1\", MaxSize = \"1\", HealthCheckType = \"ELB\" });")]
    [InlineData("SKY1057", Group + ", Notifications = new[] { new NotificationConfiguration { Topic = null!, ScalingEvents = ScalingEvents.ERRORS } } });")]
    [InlineData("SKY1058", Group + ", AssociatePublicIpAddress = true });")]
    public Task Groups_to_report(string id, string statements) => s_groups.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1055", Group + " });")]
    [InlineData("SKY1056", Group + " });")]
    [InlineData("SKY1056", Group + ", HealthCheck = HealthCheck.Elb(new ElbHealthCheckOptions { Grace = Duration.Minutes(1) }) }); group.AttachToClassicLB(null!);")]
    [InlineData("SKY1056", Group + " }); if (given) group.AttachToClassicLB(null!);")]
    [InlineData("SKY1056", "new CfnAutoScalingGroup(this, \"G\", new CfnAutoScalingGroupProps { MinSize = \"1\", MaxSize = \"1\", TargetGroupArns = new string[0] });")]
    [InlineData("SKY1056", "new CfnAutoScalingGroup(this, \"G\", new CfnAutoScalingGroupProps { MinSize = \"1\", MaxSize = \"1\", TargetGroupArns = new[] { text }, HealthCheckType = \"EBS,ELB\", HealthCheckGracePeriod = 60 });")]
    [InlineData("SKY1057", Group + ", Notifications = new[] { new NotificationConfiguration { Topic = null!, ScalingEvents = ScalingEvents.LAUNCH_EVENTS }, new NotificationConfiguration { Topic = null!, ScalingEvents = ScalingEvents.TERMINATION_EVENTS } } });")]
    [InlineData("SKY1057", Group + ", Notifications = new[] { new NotificationConfiguration { Topic = null!, ScalingEvents = new ScalingEvents(ScalingEvent.INSTANCE_LAUNCH) } } });")]
    [InlineData("SKY1058", Group + " });")]
    [InlineData("SKY1058", Group + ", VpcSubnets = new Amazon.CDK.AWS.EC2.SubnetSelection { SubnetType = Amazon.CDK.AWS.EC2.SubnetType.PRIVATE_WITH_EGRESS } });")]
    public Task Groups_not_to_report(string id, string statements) => s_groups.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task The_health_check_is_written_as_the_version_wants_it() => s_groups.Fix(
        "SKY1056",
        Group + " }); group.AttachToClassicLB(null!);",
        Group + ", HealthChecks = HealthChecks.WithAdditionalChecks(new AdditionalHealthChecksOptions { AdditionalTypes = new[] { AdditionalHealthCheckType.ELB }, GracePeriod = Duration.Minutes(5) }) }); group.AttachToClassicLB(null!);",
        Refs.Cdk277);

    [Theory]
    [InlineData("ELB", false)]
    [InlineData("EBS", true)]
    [InlineData("EBS, AdditionalHealthCheckType.ELB", false)]
    public Task Health_checks_of_the_newer_library(string types, bool isBad)
    {
        var statements = Group + ", HealthChecks = HealthChecks.WithAdditionalChecks(new AdditionalHealthChecksOptions { AdditionalTypes = new[] { AdditionalHealthCheckType." + types + " } }) }); group.AttachToClassicLB(null!);";
        return isBad ? s_groups.Flagged("SKY1056", statements, Refs.Cdk277) : s_groups.Silent("SKY1056", statements, Refs.Cdk277);
    }

    [Theory]
    [InlineData("new LogGroup(this, \"L\")", true)]
    [InlineData("new LogGroup(this, \"L\", new LogGroupProps { EncryptionKey = null! })", true)]
    [InlineData("new LogGroup(this, \"L\", new LogGroupProps { EncryptionKey = new Amazon.CDK.AWS.KMS.Key(this, \"K\") })", false)]
    [InlineData("LogGroup.FromLogGroupName(this, \"L\", text)", false)]
    public Task Conversations(string group, bool isBad)
    {
        var statements = "new CfnBotAlias(this, \"B\", new CfnBotAliasProps { BotAliasName = text, BotId = text, ConversationLogSettings = new CfnBotAlias.ConversationLogSettingsProperty { TextLogSettings = new[] { new CfnBotAlias.TextLogSettingProperty { Enabled = true, "
            + "Destination = new CfnBotAlias.TextLogDestinationProperty { CloudWatch = new CfnBotAlias.CloudWatchLogGroupLogDestinationProperty { LogPrefix = text, CloudWatchLogGroupArn = " + group + ".LogGroupArn } } } } } });";
        return isBad ? s_bots.Flagged("SKY1081", statements, Refs.Cdk) : s_bots.Silent("SKY1081", statements, Refs.Cdk);
    }
}
