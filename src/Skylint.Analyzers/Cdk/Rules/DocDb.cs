using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon DocumentDB.</summary>
internal static class DocDb
{
    private const string Cluster = "Amazon.CDK.AWS.DocDB.DatabaseCluster";
    private const string CfnCluster = "Amazon.CDK.AWS.DocDB.CfnDBCluster";
    private const int DefaultPort = 27017;
    private const string NewPassword = "Amazon.CDK.SecretValue.SecretsManager(\"{id}Password\").UnsafeUnwrap()";

    // What is restored keeps the encryption and the users that it had.
    private static readonly Requirement s_isRestored = AnyOf(Prop("SnapshotIdentifier").IsSet(), Prop("SourceDbClusterIdentifier").IsSet());

    public static readonly ConstructRule BackupRetention = new()
    {
        Id = "SKY1161",
        Key = "DocumentDBClusterBackupRetentionPeriod",
        Title = "DocumentDB backups are kept for less than a week",
        Message = "{0} keeps its backups for less than 7 days; set a longer retention",
        Why = "Left unstated, backups are kept for one day. Damage that is noticed after a weekend can no longer be undone.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-DOC4"], Checkov = ["CKV_AWS_360"], SecurityHub = ["DocumentDB.2"], Sonar = ["S6364"] },
        CfnProperties = ["BackupRetentionPeriod"],
        Targets =
        [
            Target.Of(Cluster, Prop("Backup.Retention").IsAtLeast(7 * 24 * 60 * 60), Fix.Set("Backup.Retention", "Amazon.CDK.Duration.Days(7)", "Keep backups for 7 days")),
            Target.Of(CfnCluster, Prop("BackupRetentionPeriod").IsAtLeast(7), Fix.Set("BackupRetentionPeriod", "7", "Keep backups for 7 days")),
        ],
    };

    public static readonly ConstructRule EncryptionAtRest = new()
    {
        Id = "SKY1162",
        Key = "DocumentDBClusterEncryptionAtRest",
        Title = "DocumentDB storage is not encrypted",
        Message = "{0} stores its data unencrypted; set StorageEncrypted = true",
        Why = "Whoever gets hold of the storage or a snapshot reads the documents. Encryption costs nothing and cannot be switched on later: a cluster that was created without it has to be replaced.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-DOC1"], Checkov = ["CKV_AWS_74"], Trivy = ["AWS-0021"], SecurityHub = ["DocumentDB.1"], Sonar = ["S6303"], Cwe = ["CWE-311"] },
        CfnProperties = ["StorageEncrypted"],
        Targets =
        [
            Target.Of(Cluster, Prop("StorageEncrypted").IsNotFalse(), Encrypt),
            Target.Of(CfnCluster, AnyOf(Prop("StorageEncrypted").IsTrue(), s_isRestored), Encrypt),
        ],
    };

    public static readonly ConstructRule LogExports = new()
    {
        Id = "SKY1163",
        Key = "DocumentDBClusterLogExports",
        Title = "DocumentDB keeps no audit log",
        Message = "{0} does not send its audit log to CloudWatch Logs; export it",
        Why = "The audit log records who signed in and which collections and indexes were created or dropped. Without the export it is gone when it is needed. The parameter audit_logs of the cluster's parameter group switches the log itself on.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-DOC5"], Checkov = ["CKV_AWS_85"], Trivy = ["AWS-0020"], SecurityHub = ["DocumentDB.4"], Sonar = ["S6258"], Cwe = ["CWE-778"] },
        CfnProperties = ["EnableCloudwatchLogsExports"],
        Targets =
        [
            Target.Of(Cluster, Prop("ExportAuditLogsToCloudWatch").IsTrue(), Fix.Set("ExportAuditLogsToCloudWatch", "true", "Export the audit log")),
            Target.Of(CfnCluster, Prop("EnableCloudwatchLogsExports").Some(Self.Is("audit")), Fix.Append("EnableCloudwatchLogsExports", "Export the audit log", "\"audit\"")),
        ],
    };

    public static readonly ConstructRule NonDefaultPort = new()
    {
        Id = "SKY1164",
        Key = "DocumentDBClusterNonDefaultPort",
        Title = "DocumentDB listens on its default port",
        Message = "{0} listens on port 27017, which scans try first; set another Port",
        Why = "Some compliance rules ask for ports that automated scans do not try. It hides a cluster from careless scans and from nothing else.",
        NoFix = "Clients and security groups have to change together with the port.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-DOC2"] },
        CfnProperties = ["Port"],
        Targets = [Target.Of([Cluster, CfnCluster], Prop("Port").IsNotNumber(DefaultPort, Default.Violates))],
    };

    public static readonly ConstructRule Credentials = new()
    {
        Id = "SKY1165",
        Key = "DocumentDBCredentialsInSecretsManager",
        Title = "DocumentDB password is not kept in Secrets Manager",
        Message = "{0} gets its password from elsewhere than Secrets Manager; let it be generated, or refer to a secret",
        Why = "A password in code, in a parameter or in a parameter store is not rotated, and reading it leaves no trace. Secrets Manager does both.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-DOC3"], Sonar = ["S6437"], Cwe = ["CWE-798"] },
        CfnProperties = ["MasterUserPassword"],
        Targets =
        [
            // Without a password of its own the library generates a secret.
            Target.Of(Cluster, Prop("MasterUser.Password").Test(SecretText.FromSecretsManager, Default.Satisfies), Fix.Remove("Password", "Let the library generate a secret")),
            Target.Of(
                CfnCluster,
                AnyOf(Prop("MasterUserPassword").Test(SecretText.FromSecretsManager, Default.Satisfies), s_isRestored),
                Fix.Set("MasterUserPassword", NewPassword, "Read the password from Secrets Manager (the secret must exist)")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [BackupRetention, EncryptionAtRest, LogExports, NonDefaultPort, Credentials];

    private static Fix Encrypt => Fix.Set("StorageEncrypted", "true", "Set StorageEncrypted = true (replaces a deployed cluster)");
}
