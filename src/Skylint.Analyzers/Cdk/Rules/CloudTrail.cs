using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS CloudTrail.</summary>
internal static class CloudTrail
{
    private const string Trail = "Amazon.CDK.AWS.CloudTrail.Trail";
    private const string CfnTrail = "Amazon.CDK.AWS.CloudTrail.CfnTrail";

    public static readonly ConstructRule SentToLogs = new()
    {
        Id = "SKY1065",
        Key = "CloudTrailCloudWatchLogsEnabled",
        Title = "Trail is not sent to CloudWatch Logs",
        Message = "{0} is not sent to CloudWatch Logs; set SendToCloudWatchLogs = true",
        Why = "Files in a bucket are read after the fact. In CloudWatch Logs an alarm can go off minutes after somebody has used the root account or has switched off a trail.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-CloudTrailCloudWatchLogsEnabled", "NIST.800.53.R4-CloudTrailCloudWatchLogsEnabled", "NIST.800.53.R5-CloudTrailCloudWatchLogsEnabled", "PCI.DSS.321-CloudTrailCloudWatchLogsEnabled"],
            SecurityHub = ["CloudTrail.5"],
            Trivy = ["AWS-0162"],
            Guard = ["CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["CloudWatchLogsLogGroupArn"],
        Targets =
        [
            Target.Of(Trail, Prop("SendToCloudWatchLogs").IsTrue(), Fix.Set("SendToCloudWatchLogs", "true")),
            Target.Of(CfnTrail, Prop("CloudWatchLogsLogGroupArn").IsSet()),
        ],
    };

    public static readonly ConstructRule Encryption = new()
    {
        Id = "SKY1066",
        Key = "CloudTrailEncryptionEnabled",
        Title = "Trail is not encrypted with a KMS key",
        Message = "{0} is not encrypted with a KMS key; set EncryptionKey",
        Why = "A trail tells who did what in the account. With a key of its own, whoever may read the bucket cannot read the trail without a second permission, and each use of that is recorded.",
        NoFix = "The policy of the key has to let CloudTrail and the readers use it, or the trail cannot be created.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-CloudTrailEncryptionEnabled", "NIST.800.53.R4-CloudTrailEncryptionEnabled", "NIST.800.53.R5-CloudTrailEncryptionEnabled", "PCI.DSS.321-CloudTrailEncryptionEnabled"],
            SecurityHub = ["CloudTrail.2"],
            Checkov = ["CKV_AWS_35"],
            Trivy = ["AWS-0015"],
            Guard = ["CLOUD_TRAIL_ENCRYPTION_ENABLED"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["KmsKeyId"],
        Targets =
        [
            Target.Of(Trail, Prop("EncryptionKey").IsSet()),
            Target.Of(CfnTrail, Prop("KmsKeyId").IsSet()),
        ],
    };

    public static readonly ConstructRule FileValidation = new()
    {
        Id = "SKY1067",
        Key = "CloudTrailLogFileValidationEnabled",
        Title = "Trail cannot prove that its files are unchanged",
        Message = "{0} cannot prove that its files are unchanged; switch log file validation on",
        Why = "Whoever breaks in wants to change the record of it. Signed digests show every file that was altered or deleted, and they cost nothing.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["HIPAA.Security-CloudTrailLogFileValidationEnabled", "NIST.800.53.R4-CloudTrailLogFileValidationEnabled", "NIST.800.53.R5-CloudTrailLogFileValidationEnabled", "PCI.DSS.321-CloudTrailLogFileValidationEnabled"],
            SecurityHub = ["CloudTrail.4"],
            Checkov = ["CKV_AWS_36"],
            Trivy = ["AWS-0016"],
            Guard = ["CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED"],
            Cwe = ["CWE-354"],
        },
        CfnProperties = ["EnableLogFileValidation"],
        Targets =
        [
            Target.Of(Trail, Prop("EnableFileValidation").IsNotFalse(), Fix.Set("EnableFileValidation", "true")),
            Target.Of(CfnTrail, Prop("EnableLogFileValidation").IsTrue(), Fix.Set("EnableLogFileValidation", "true")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [SentToLogs, Encryption, FileValidation];
}
