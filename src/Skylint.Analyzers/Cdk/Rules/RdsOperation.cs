using Skylint.Catalog;
using static Skylint.Cdk.Rules.DatabaseEngine;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about how databases of Amazon RDS and Aurora are run: backups, upgrades, logs, monitoring, who signs in.</summary>
internal static class RdsOperation
{
    private const string Instance = "Amazon.CDK.AWS.RDS.DatabaseInstance";
    private const string FromSnapshot = "Amazon.CDK.AWS.RDS.DatabaseInstanceFromSnapshot";
    private const string ReadReplica = "Amazon.CDK.AWS.RDS.DatabaseInstanceReadReplica";
    private const string Cluster = "Amazon.CDK.AWS.RDS.DatabaseCluster";
    private const string ClusterFromSnapshot = "Amazon.CDK.AWS.RDS.DatabaseClusterFromSnapshot";
    private const string CfnInstance = "Amazon.CDK.AWS.RDS.CfnDBInstance";
    private const string CfnCluster = "Amazon.CDK.AWS.RDS.CfnDBCluster";

    private const string MonitoringRole =
        "new Amazon.CDK.AWS.IAM.Role({scope}, \"{id}Monitoring\", new Amazon.CDK.AWS.IAM.RoleProps { AssumedBy = new Amazon.CDK.AWS.IAM.ServicePrincipal(\"monitoring.rds.amazonaws.com\"), "
        + "ManagedPolicies = new[] { Amazon.CDK.AWS.IAM.ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonRDSEnhancedMonitoringRole\") } }).RoleArn";

    private static readonly string[] s_mySqlLogs = ["audit", "error", "general", "slowquery"];
    private static readonly string[] s_postgresLogs = ["postgresql", "upgrade"];
    private static readonly string[] s_oracleLogs = ["audit", "alert", "listener", "oemagent", "trace"];
    private static readonly string[] s_sqlServerLogs = ["agent", "error"];
    private static readonly string[] s_auroraPostgresLogs = ["postgresql"];

    public static readonly ConstructRule Backtrack = new()
    {
        Id = "SKY1202",
        Key = "AuroraMySQLBacktrack",
        Title = "Aurora MySQL cannot be turned back",
        Message = "{0} keeps no changes to turn back; set BacktrackWindow",
        Why = "Backtracking takes a cluster back to the minute before a wrong statement within moments, where restoring a backup makes a new cluster and takes hours. It costs money for each change.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-RDS14"], SecurityHub = ["RDS.14"], Guard = ["AURORA_MYSQL_BACKTRACKING_ENABLED"] },
        CfnProperties = ["BacktrackWindow"],
        Targets =
        [
            Target.Of([Cluster, ClusterFromSnapshot], When(Is(AuroraMySql), Prop("BacktrackWindow").IsAtLeast(1)), Fix.Set("BacktrackWindow", "Amazon.CDK.Duration.Hours(24)", "Keep 24 hours to turn back (at creation only)")),
            Target.Of(CfnCluster, When(Is(AuroraMySql), Prop("BacktrackWindow").IsAtLeast(1)), Fix.Set("BacktrackWindow", "86400", "Keep 24 hours to turn back (at creation only)")),
        ],
    };

    public static readonly ConstructRule ServerlessLogging = new()
    {
        Id = "SKY1203",
        Key = "AuroraMySQLLogging",
        Title = "Aurora Serverless v1 for MySQL does not export all its logs",
        Message = "{0} does not export its audit, error, general and slow query logs; export them, or move to Serverless v2",
        Why = "The logs of a serverless cluster can be read nowhere else, and version 1 is at its end: AWS migrates what is left of it.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-RDS16"], SecurityHub = ["RDS.34"], Cwe = ["CWE-778"] },
        CfnProperties = ["EnableCloudwatchLogsExports"],
        Targets =
        [
            Target.Of(
                CfnCluster,
                When(AllOf(Is(AuroraMySql), Circumstance(Prop("EngineMode").Is("serverless"))), Exports("EnableCloudwatchLogsExports", s_mySqlLogs)),
                Export("EnableCloudwatchLogsExports", s_mySqlLogs)),
            // The library's class has no property for it.
            Target.Of("Amazon.CDK.AWS.RDS.ServerlessCluster", When(Is(AuroraMySql), Never)),
        ],
    };

    public static readonly ConstructRule AuroraIamAuth = new()
    {
        Id = "SKY1204",
        Key = "AuroraMySQLPostgresIAMAuth",
        Title = "Aurora does not accept IAM authentication",
        Message = "{0} can only be signed in to with a password; set IAM authentication",
        Why = "With IAM authentication a workload signs in with a token of its role that holds for 15 minutes. Without it there is a long-lived password to keep, to rotate and to lose.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-RDS6"], Checkov = ["CKV_AWS_162"], SecurityHub = ["RDS.12"], Cwe = ["CWE-798"] },
        CfnProperties = ["EnableIAMDatabaseAuthentication"],
        Targets =
        [
            Target.Of([Cluster, ClusterFromSnapshot], Prop("IamAuthentication").IsTrue(), Fix.Set("IamAuthentication", "true")),
            Target.Of(CfnCluster, When(Is(AuroraMySql, AuroraPostgres), Prop("EnableIamDatabaseAuthentication").IsTrue()), Fix.Set("EnableIamDatabaseAuthentication", "true")),
        ],
    };

    public static readonly ConstructRule MinorVersionUpgrade = new()
    {
        Id = "SKY1205",
        Key = "RDSAutomaticMinorVersionUpgradeEnabled",
        Title = "Database does not take minor upgrades",
        Message = "{0} refuses minor upgrades; leave AutoMinorVersionUpgrade at true",
        Why = "Minor versions carry the security fixes of the engine. Without automatic upgrades they wait until somebody thinks of them.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-RDSAutomaticMinorVersionUpgradeEnabled", "PCI.DSS.321-RDSAutomaticMinorVersionUpgradeEnabled"],
            SecurityHub = ["RDS.13", "RDS.35"],
            Guard = ["RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED"],
            Cwe = ["CWE-1104"],
        },
        CfnProperties = ["AutoMinorVersionUpgrade"],
        Targets =
        [
            Target.Of([Instance, FromSnapshot, ReadReplica, CfnInstance], Prop("AutoMinorVersionUpgrade").IsNotFalse(), TakeUpgrades),
            Target.Of([Cluster, ClusterFromSnapshot], Prop("InstanceProps.AutoMinorVersionUpgrade").IsNotFalse(), TakeUpgrades),
            Target.Call("Amazon.CDK.AWS.RDS.ClusterInstance", "Provisioned", Prop("props.AutoMinorVersionUpgrade").IsNotFalse(), TakeUpgrades),
            Target.Call("Amazon.CDK.AWS.RDS.ClusterInstance", "ServerlessV2", Prop("props.AutoMinorVersionUpgrade").IsNotFalse(), TakeUpgrades),
        ],
    };

    public static readonly ConstructRule EnhancedMonitoring = new()
    {
        Id = "SKY1206",
        Key = "RDSEnhancedMonitoringEnabled",
        Title = "Database has no enhanced monitoring",
        Message = "{0} does not report what its operating system does; set MonitoringInterval",
        Why = "Enhanced monitoring shows which process takes memory, CPU and disk, at intervals down to a second. The usual metrics, seen from the hypervisor once a minute, cannot.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-RDSEnhancedMonitoringEnabled", "NIST.800.53.R4-RDSEnhancedMonitoringEnabled", "NIST.800.53.R5-RDSEnhancedMonitoringEnabled"],
            Checkov = ["CKV_AWS_118"],
            SecurityHub = ["RDS.6"],
            Guard = ["RDS_ENHANCED_MONITORING_ENABLED"],
        },
        CfnProperties = ["MonitoringInterval"],
        Targets =
        [
            Target.Of([Instance, FromSnapshot, ReadReplica, Cluster, ClusterFromSnapshot], Prop("MonitoringInterval").IsAtLeast(1), Fix.Set("MonitoringInterval", "Amazon.CDK.Duration.Seconds(60)", "Report every minute")),
            Target.Of(CfnInstance, Prop("MonitoringInterval").IsAtLeast(1), Fix.SetAll("Report every minute", ("MonitoringInterval", "60"), ("MonitoringRoleArn", MonitoringRole))),
        ],
    };

    public static readonly ConstructRule InBackupPlan = new()
    {
        Id = "SKY1207",
        Key = "RDSInBackupPlan",
        Title = "Database is in no backup plan",
        Message = "{0} is selected by no plan of AWS Backup; add it to one",
        Why = "A plan keeps backups beyond the 35 days of the service's own, copies them to other regions and accounts, and proves that they were made.",
        NoFix = "Which plan covers the database is a decision that only the owner can make.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["HIPAA.Security-RDSInBackupPlan", "NIST.800.53.R4-RDSInBackupPlan", "NIST.800.53.R5-RDSInBackupPlan"], SecurityHub = ["RDS.26"] },
        Targets = [Target.Of([Instance, FromSnapshot, CfnInstance], BackupPlans.Selects)],
    };

    public static readonly ConstructRule BackupEnabled = new()
    {
        Id = "SKY1208",
        Key = "RDSInstanceBackupEnabled",
        Title = "Database is not backed up",
        Message = "{0} switches its backups off; set a retention of at least a day",
        Why = "A retention of 0 deletes the backups that there are and makes no more: neither a lost database nor a wrong statement can be undone.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-RDS13", "HIPAA.Security-RDSInstanceBackupEnabled", "NIST.800.53.R4-RDSInstanceBackupEnabled", "NIST.800.53.R5-RDSInstanceBackupEnabled"],
            Trivy = ["AWS-0077"],
            SecurityHub = ["RDS.11"],
            Sonar = ["S6364"],
            Guard = ["DB_INSTANCE_BACKUP_ENABLED"],
        },
        CfnProperties = ["BackupRetentionPeriod"],
        Targets =
        [
            Target.Of([Instance, FromSnapshot], Prop("BackupRetention").IsAtLeast(1, Default.Satisfies), Fix.Set("BackupRetention", "Amazon.CDK.Duration.Days(7)", "Keep backups for 7 days")),
            Target.Of(CfnInstance, AnyOf(Prop("BackupRetentionPeriod").IsAtLeast(1, Default.Satisfies), Rds.IsReplica, Rds.BelongsToCluster), Fix.Set("BackupRetentionPeriod", "7", "Keep backups for 7 days")),
        ],
    };

    public static readonly ConstructRule Logging = new()
    {
        Id = "SKY1209",
        Key = "RDSLoggingEnabled",
        Title = "Database does not export all its logs",
        Message = "{0} does not export all the logs of its engine to CloudWatch Logs; export them",
        Why = "On the instance the logs are kept for days and are gone with it. Exported, they stay, can be searched and can raise an alarm. They cost money, and the general log repeats every statement.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-RDSLoggingEnabled", "NIST.800.53.R4-RDSLoggingEnabled", "NIST.800.53.R5-RDSLoggingEnabled", "PCI.DSS.321-RDSLoggingEnabled"],
            SecurityHub = ["RDS.9", "RDS.34", "RDS.36", "RDS.37"],
            Sonar = ["S6258"],
            Guard = ["RDS_INSTANCE_LOGGING_ENABLED"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["EnableCloudwatchLogsExports"],
        Targets =
        [
            .. Exporting([Instance, FromSnapshot], "CloudwatchLogsExports", s_mySqlLogs, MySql, MariaDb),
            .. Exporting([Instance, FromSnapshot], "CloudwatchLogsExports", s_postgresLogs, Postgres),
            .. Exporting([Instance, FromSnapshot], "CloudwatchLogsExports", s_oracleLogs, Oracle),
            .. Exporting([Instance, FromSnapshot], "CloudwatchLogsExports", s_sqlServerLogs, SqlServer),
            .. Exporting([Cluster, ClusterFromSnapshot], "CloudwatchLogsExports", s_mySqlLogs, AuroraMySql),
            .. Exporting([Cluster, ClusterFromSnapshot], "CloudwatchLogsExports", s_auroraPostgresLogs, AuroraPostgres),
            .. Exporting([CfnInstance], "EnableCloudwatchLogsExports", s_mySqlLogs, MySql, MariaDb),
            .. Exporting([CfnInstance], "EnableCloudwatchLogsExports", s_postgresLogs, Postgres),
            .. Exporting([CfnInstance], "EnableCloudwatchLogsExports", s_oracleLogs, Oracle),
            .. Exporting([CfnInstance], "EnableCloudwatchLogsExports", s_sqlServerLogs, SqlServer),
            .. Exporting([CfnCluster], "EnableCloudwatchLogsExports", s_mySqlLogs, AuroraMySql),
            .. Exporting([CfnCluster], "EnableCloudwatchLogsExports", s_auroraPostgresLogs, AuroraPostgres),
        ],
    };

    public static readonly ConstructRule NonDefaultPort = new()
    {
        Id = "SKY1210",
        Key = "RDSNonDefaultPort",
        Title = "Database listens on its default port",
        Message = "{0} listens on the default port of its engine, which scans try first; set another Port",
        Why = "Some compliance rules ask for ports that automated scans do not try. It hides a database from careless scans and from nothing else.",
        NoFix = "Clients and security groups have to change together with the port.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-RDS11"], SecurityHub = ["RDS.23"] },
        CfnProperties = ["Port"],
        Targets =
        [
            Target.Of([Instance, FromSnapshot, Cluster, ClusterFromSnapshot], AllOf(Prop("Port").IsSet(), IsNotDefaultPort)),
            Target.Of([CfnInstance, CfnCluster], AnyOf(AllOf(Prop("Port").IsSet(), IsNotDefaultPort), Rds.BelongsToCluster, Rds.IsReplica)),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } =
        [Backtrack, ServerlessLogging, AuroraIamAuth, MinorVersionUpgrade, EnhancedMonitoring, InBackupPlan, BackupEnabled, Logging, NonDefaultPort];

    private static Fix TakeUpgrades => Fix.Set("AutoMinorVersionUpgrade", "true");

    private static Requirement IsNotDefaultPort => AllOf(
        When(Is(MySql, MariaDb, AuroraMySql), Prop("Port").IsNotNumber(3306)),
        When(Is(Postgres, AuroraPostgres), Prop("Port").IsNotNumber(5432)),
        When(Is(Oracle), Prop("Port").IsNotNumber(1521)),
        When(Is(SqlServer), Prop("Port").IsNotNumber(1433)));

    private static IEnumerable<Target> Exporting(string[] types, string property, string[] logs, params string[] families) =>
        [Target.Of(types, When(Is(families), Exports(property, logs)), Export(property, logs))];

    private static Requirement Exports(string property, string[] logs) => AllOf([.. logs.Select(log => Prop(property).Some(Self.Is(log)))]);

    private static Fix Export(string property, string[] logs) => Fix.Append(property, "Export all logs", [.. logs.Select(log => $"\"{log}\"")]);
}
