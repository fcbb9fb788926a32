using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about services with one rule each that work on data: Lex, Managed Workflows for Apache Airflow, QuickSight, Timestream.</summary>
internal static class Analytics
{
    private const string Airflow = "Amazon.CDK.AWS.MWAA.CfnEnvironment";
    private const string InfoLog = "new Amazon.CDK.AWS.MWAA.CfnEnvironment.ModuleLoggingConfigurationProperty { Enabled = true, LogLevel = \"INFO\" }";

    private static readonly string[] s_airflowLogs = ["DagProcessingLogs", "SchedulerLogs", "TaskLogs", "WebserverLogs", "WorkerLogs"];

    private static readonly Requirement s_logsAreEncrypted = AllOf(
        Prop("AudioLogSettings").Each(When(Prop("Enabled").IsTrue(), Prop("Destination.S3Bucket.KmsKeyArn").IsSet())),
        Prop("TextLogSettings").Each(When(Prop("Enabled").IsTrue(), Prop("Destination.CloudWatch.CloudWatchLogGroupArn").Has(That(IsEncryptedGroup)))));

    public static readonly ConstructRule ConversationLogs = new()
    {
        Id = "SKY1081",
        Key = "LexBotAliasEncryptedConversationLogs",
        Title = "Conversations with a bot are logged without a KMS key",
        Message = "{0} logs conversations without a KMS key; set KmsKeyArn, or encrypt the log group",
        Why = "People tell a bot their names, addresses and card numbers. With a key of its own, the record of that takes a second permission to read.",
        NoFix = "The policy of the key has to let Lex or CloudWatch Logs use it.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-LEX4"], Cwe = ["CWE-311"] },
        CfnProperties = ["ConversationLogSettings", "TestBotAliasSettings"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.Lex.CfnBotAlias", Prop("ConversationLogSettings").Has(s_logsAreEncrypted)),
            Target.Of("Amazon.CDK.AWS.Lex.CfnBot", Prop("TestBotAliasSettings.ConversationLogSettings").Has(s_logsAreEncrypted)),
        ],
    };

    public static readonly ConstructRule AirflowLogs = new()
    {
        Id = "SKY1082",
        Key = "MWAAAllLoggingInfo",
        Title = "Airflow environment does not log everything",
        Message = "{0} does not write all its logs at level INFO; set LoggingConfiguration",
        Why = "Who changed a user's rights, why a workflow did not start and what a task did each stand in a log of their own, and some of them only at level INFO.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { Cwe = ["CWE-778"] },
        CfnProperties = ["LoggingConfiguration"],
        Targets =
        [
            Target.Of(Airflow, Prop("LoggingConfiguration").IsSet(), Fix.SetAll("Write all logs at level INFO", [.. s_airflowLogs.Select(log => ($"LoggingConfiguration.{log}", InfoLog))])),
            .. s_airflowLogs.Select(log => Target.Of(
                Airflow,
                When(Prop("LoggingConfiguration").IsSet(), Prop($"LoggingConfiguration.{log}.Enabled").IsTrue() & Prop($"LoggingConfiguration.{log}.LogLevel").IsOneOf(["INFO", "DEBUG"])),
                Fix.Set($"LoggingConfiguration.{log}", InfoLog, $"Write {log} at level INFO"))),
        ],
    };

    public static readonly ConstructRule QuickSightTls = new()
    {
        Id = "SKY1083",
        Key = "QuicksightSSLConnections",
        Title = "QuickSight reads its data source without TLS",
        Message = "{0} is read without TLS; set DisableSsl = false",
        Why = "The password of the database and every row of a report cross the network in clear text.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-QS1"], Sonar = ["S5332"], Cwe = ["CWE-319"] },
        CfnProperties = ["SslProperties"],
        Targets = [Target.Of("Amazon.CDK.AWS.QuickSight.CfnDataSource", Prop("SslProperties.DisableSsl").IsFalse(), Fix.Set("SslProperties.DisableSsl", "false"))],
    };

    public static readonly ConstructRule TimestreamKey = new()
    {
        Id = "SKY1093",
        Key = "TimestreamDatabaseCustomerManagedKey",
        Title = "Timestream database has no KMS key of its own",
        Message = "{0} has no KMS key of its own; set KmsKeyId",
        Why = "Timestream encrypts everything, with a key that all databases of the account share. With a key of its own, access to this one can be withdrawn and is recorded.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-TS3"], Checkov = ["CKV_AWS_160"], Cwe = ["CWE-311"] },
        CfnProperties = ["KmsKeyId"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.Timestream.CfnDatabase",
                Prop("KmsKeyId").IsSet(),
                Fix.Set("KmsKeyId", "new Amazon.CDK.AWS.KMS.Key({scope}, \"{id}Key\", new Amazon.CDK.AWS.KMS.KeyProps { EnableKeyRotation = true }).KeyArn", "Encrypt with a new customer-managed key")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [ConversationLogs, AirflowLogs, QuickSightTls, TimestreamKey];

    // A log group of the same code is judged; one that is only named may be encrypted elsewhere.
    private static Verdict IsEncryptedGroup(Value arn, Construct bot) => arn switch
    {
        CallValue { Method.Name: "get_LogGroupArn", Receiver: ObjectValue { Type.Name: "LogGroup" } group } => Prop("EncryptionKey").IsSet().Check(PropsOf(group), bot).Outcome,
        CallValue { Method.Name: "get_AttrArn", Receiver: ObjectValue { Type.Name: "CfnLogGroup" } group } => Prop("KmsKeyId").IsSet().Check(PropsOf(group), bot).Outcome,
        _ => Outcome.Unknown,
    };

    private static Value PropsOf(ObjectValue construct) => construct.Arguments.TryGetValue("props", out var props) ? props : UnsetValue.Instance;
}
