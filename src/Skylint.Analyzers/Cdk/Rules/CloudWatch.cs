using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon CloudWatch and its logs.</summary>
internal static class CloudWatch
{
    private const string LogGroup = "Amazon.CDK.AWS.Logs.LogGroup";
    private const string CfnLogGroup = "Amazon.CDK.AWS.Logs.CfnLogGroup";

    private static readonly string[] s_actions = ["AddAlarmAction", "AddOkAction", "AddInsufficientDataAction"];

    private static readonly Requirement s_acts = AnyOf(Calls(s_actions), That(IsPartOfAnother));

    public static readonly ConstructRule AlarmAction = new()
    {
        Id = "SKY1068",
        Key = "CloudWatchAlarmAction",
        Title = "Alarm does nothing when it goes off",
        Message = "{1} does nothing when it goes off; add an action such as a notification",
        Why = "An alarm without an action turns red on a page that nobody looks at. It gives the feeling of being watched over, and nobody is told.",
        NoFix = "Who is to be told is for the team to say.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-CloudWatchAlarmAction", "NIST.800.53.R4-CloudWatchAlarmAction", "NIST.800.53.R5-CloudWatchAlarmAction"],
            Guard = ["CLOUDWATCH_ALARM_ACTION_CHECK"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["ActionsEnabled", "AlarmActions", "InsufficientDataActions", "OkActions", "OKActions"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.CloudWatch.Alarm", Named(AllOf(Prop("ActionsEnabled").IsNotFalse(), s_acts))),
            .. ((string[])["Metric", "MathExpression"]).Select(type => Target.Call(
                "Amazon.CDK.AWS.CloudWatch." + type,
                "CreateAlarm",
                Named(AllOf(Prop("props.ActionsEnabled").IsNotFalse(), s_acts)))),
            Target.Of(
                "Amazon.CDK.AWS.CloudWatch.CfnAlarm",
                Named(AllOf(
                    Prop("ActionsEnabled").IsNotFalse(),
                    AnyOf(Prop("AlarmActions").IsSet(), Prop("OkActions").IsSet(), Prop("InsufficientDataActions").IsSet(), That(IsPartOfAnother))))),
        ],
    };

    public static readonly ConstructRule LogGroupEncrypted = new()
    {
        Id = "SKY1069",
        Key = "CloudWatchLogGroupEncrypted",
        Title = "Log group has no KMS key of its own",
        Message = "{0} is not encrypted with a KMS key of its own; set EncryptionKey",
        Why = "CloudWatch Logs encrypts everything, with a key that belongs to AWS. With a key of one's own, reading the logs takes a second permission that can be withdrawn and is recorded, which some rules demand.",
        NoFix = "The policy of the key has to let CloudWatch Logs of the region use it, or the group cannot be created.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-CloudWatchLogGroupEncrypted", "NIST.800.53.R4-CloudWatchLogGroupEncrypted", "NIST.800.53.R5-CloudWatchLogGroupEncrypted", "PCI.DSS.321-CloudWatchLogGroupEncrypted"],
            Checkov = ["CKV_AWS_158"],
            Trivy = ["AWS-0017"],
            Guard = ["CLOUDWATCH_LOG_GROUP_ENCRYPTED"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["KmsKeyId"],
        Targets =
        [
            Target.Of(LogGroup, Prop("EncryptionKey").IsSet()),
            Target.Of(CfnLogGroup, Prop("KmsKeyId").IsSet()),
        ],
    };

    public static readonly ConstructRule LogRetention = new()
    {
        Id = "SKY1070",
        Key = "CloudWatchLogGroupRetentionPeriod",
        Title = "Log group keeps everything for ever",
        Message = "{0} keeps everything for ever; set a retention time",
        Why = "Logs that nobody reads any more are paid for every month, and personal data in them stays longer than it may.",
        Category = Category.Cost,
        Level = Level.Info,
        References = new References
        {
            CdkNag =
            [
                "HIPAA.Security-CloudWatchLogGroupRetentionPeriod", "NIST.800.53.R4-CloudWatchLogGroupRetentionPeriod", "NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod",
                "PCI.DSS.321-CloudWatchLogGroupRetentionPeriod", "Serverless-CloudWatchLogGroupRetentionPeriod",
            ],
            Checkov = ["CKV_AWS_66"],
            Sonar = ["S6295"],
            Guard = ["CW_LOGGROUP_RETENTION_PERIOD_CHECK"],
        },
        CfnProperties = ["RetentionInDays"],
        Targets =
        [
            // Left out, the library keeps logs for two years.
            Target.Of(LogGroup, Prop("Retention").IsNot("INFINITE"), Fix.Set("Retention", "Amazon.CDK.AWS.Logs.RetentionDays.THREE_MONTHS", "Keep the logs for three months")),
            Target.Of(CfnLogGroup, Prop("RetentionInDays").IsSet(), Fix.Set("RetentionInDays", "90", "Keep the logs for three months")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [AlarmAction, LogGroupEncrypted, LogRetention];

    // What a metric makes is an alarm, with the id that the call was given.
    private static Requirement Named(Requirement requirement) => Detailed(
        alarm => alarm.IsCreation ? alarm.DisplayName : alarm.Argument("id") is ConstantValue { Constant: string id } ? $"Alarm '{id}'" : "The alarm",
        requirement);

    // Alarms of which another alarm is made, and those that stop a deployment, act through it.
    private static Verdict IsPartOfAnother(Value props, Construct alarm)
    {
        foreach (var usage in alarm.Usages)
        {
            for (var at = usage.Operation; at is not null and not IBlockOperation; at = at.Parent)
            {
                if (at is IInvocationOperation { TargetMethod.ContainingType.Name: "AlarmRule" }
                    or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Alarms" or "AlarmNames" or "AlarmRule" or "ActionsSuppressor" or "DeploymentAlarms" } })
                    return Outcome.Satisfied;
                if (at is IInvocationOperation { TargetMethod.Name: "AddAlarm" or "EnableDeploymentAlarms" })
                    return Outcome.Satisfied;
            }
        }

        return Outcome.Violated;
    }
}
