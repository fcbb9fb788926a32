using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon Redshift clusters.</summary>
internal static class Redshift
{
    private const string Cluster = "Amazon.CDK.AWS.Redshift.CfnCluster";
    private const string ParameterGroup = "Amazon.CDK.AWS.Redshift.CfnClusterParameterGroup";
    private const int DefaultPort = 5439;

    private static readonly Requirement s_backsUp = Prop("AutomatedSnapshotRetentionPeriod").IsAtLeast(1, Default.Satisfies);

    private static readonly Requirement s_takesUpgrades = Prop("AllowVersionUpgrade").IsNotFalse();

    private static readonly Fix s_backUp = Fix.Set("AutomatedSnapshotRetentionPeriod", "7", "Keep snapshots for 7 days");

    public static readonly ConstructRule BackupEnabled = new()
    {
        Id = "SKY1211",
        Key = "RedshiftBackupEnabled",
        Title = "Redshift takes no snapshots",
        Message = "{0} switches its snapshots off; keep them for at least a day",
        Why = "A retention of 0 deletes the automated snapshots and takes no more: neither a lost cluster nor a wrong statement can be undone.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-RS10", "HIPAA.Security-RedshiftBackupEnabled", "NIST.800.53.R5-RedshiftBackupEnabled"],
            SecurityHub = ["Redshift.3"],
            Sonar = ["S6364"],
            Guard = ["REDSHIFT_BACKUP_ENABLED"],
        },
        CfnProperties = ["AutomatedSnapshotRetentionPeriod"],
        Targets = [Target.Of(Cluster, s_backsUp, s_backUp)],
    };

    public static readonly ConstructRule AuditLogging = new()
    {
        Id = "SKY1212",
        Key = "RedshiftClusterAuditLogging",
        Title = "Redshift keeps no audit log",
        Message = "{0} does not record who connects and what they run; set LoggingProperties",
        Why = "A warehouse holds copies of everything. Without the audit log nobody can say who read what, and the cluster's own tables keep only a few days.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["AwsSolutions-RS5", "HIPAA.Security-RedshiftClusterConfiguration", "NIST.800.53.R4-RedshiftClusterConfiguration", "NIST.800.53.R5-RedshiftClusterConfiguration", "PCI.DSS.321-RedshiftClusterConfiguration"],
            Checkov = ["CKV_AWS_71", "CKV_AWS_64"],
            Trivy = ["AWS-0084"],
            SecurityHub = ["Redshift.4", "Redshift.10"],
            Sonar = ["S6258", "S6303"],
            Guard = ["REDSHIFT_CLUSTER_CONFIGURATION_CHECK"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["LoggingProperties"],
        Targets =
        [
            Target.Of(
                Cluster,
                Prop("LoggingProperties").IsSet(),
                Fix.Set(
                    "LoggingProperties",
                    $"new {Cluster}.LoggingPropertiesProperty {{ LogDestinationType = \"cloudwatch\", LogExports = new[] {{ \"connectionlog\", \"userlog\", \"useractivitylog\" }} }}",
                    "Send the audit log to CloudWatch Logs")),
        ],
    };

    public static readonly ConstructRule EncryptionAtRest = new()
    {
        Id = "SKY1213",
        Key = "RedshiftClusterEncryptionAtRest",
        Title = "Redshift encryption is off or left unstated",
        Message = "Encryption of {0} is off or left unstated; set Encrypted = true",
        Why = "Whoever gets hold of the storage or a snapshot reads the warehouse. New clusters are encrypted even so; those that were created without a word about it years ago are not, and the code does not tell which this is.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-RS6", "HIPAA.Security-RedshiftClusterConfiguration", "NIST.800.53.R4-RedshiftClusterConfiguration", "NIST.800.53.R5-RedshiftClusterConfiguration", "PCI.DSS.321-RedshiftClusterConfiguration"],
            Checkov = ["CKV_AWS_64", "CKV_AWS_71"],
            Trivy = ["AWS-0084"],
            SecurityHub = ["Redshift.10", "Redshift.4"],
            Sonar = ["S6303"],
            Guard = ["REDSHIFT_CLUSTER_CONFIGURATION_CHECK"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["Encrypted"],
        Targets = [Target.Of(Cluster, Prop("Encrypted").IsTrue(), Fix.Set("Encrypted", "true"))],
    };

    public static readonly ConstructRule InVpc = new()
    {
        Id = "SKY1214",
        Key = "RedshiftClusterInVPC",
        Title = "Redshift is not placed in chosen subnets",
        Message = "{0} goes to the default network; set ClusterSubnetGroupName",
        Why = "Without a subnet group the cluster lands in the default VPC, whose subnets are public and shared with everything else that states no network.",
        NoFix = "Which subnets the cluster belongs to is a decision that only the owner can make, and it replaces a deployed cluster.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-RS2"], Checkov = ["CKV_AWS_154"], Trivy = ["AWS-0127"], Cwe = ["CWE-284"] },
        CfnProperties = ["ClusterSubnetGroupName"],
        Targets = [Target.Of(Cluster, Prop("ClusterSubnetGroupName").Test(v => PropertyPath.Name(v) == "" ? Outcome.Violated : Outcome.Satisfied, Default.Violates))],
    };

    public static readonly ConstructRule Maintenance = new()
    {
        Id = "SKY1215",
        Key = "RedshiftClusterMaintenanceSettings",
        Title = "Redshift maintenance is left to chance",
        Message = "{0} does not state its maintenance: snapshots, upgrades and a PreferredMaintenanceWindow",
        Why = "Left unstated, AWS picks the hour in which the cluster is patched and restarted. Some compliance rules ask for a stated window, with snapshots and upgrades on.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-RedshiftClusterMaintenanceSettings", "NIST.800.53.R5-RedshiftClusterMaintenanceSettings", "PCI.DSS.321-RedshiftClusterMaintenanceSettings"],
            SecurityHub = ["Redshift.6"],
            Guard = ["REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK"],
        },
        CfnProperties = ["AllowVersionUpgrade", "AutomatedSnapshotRetentionPeriod", "PreferredMaintenanceWindow"],
        Targets =
        [
            // What is wrong says what is to be set.
            Target.Of(Cluster, Prop("PreferredMaintenanceWindow").IsSet(), Fix.Set("PreferredMaintenanceWindow", "\"sun:02:00-sun:03:00\"", "Maintain on Sundays from 2:00 to 3:00 UTC")),
            Target.Of(Cluster, When(Circumstance(Prop("PreferredMaintenanceWindow").IsSet()), s_backsUp), s_backUp),
            Target.Of(Cluster, When(Circumstance(AllOf(Prop("PreferredMaintenanceWindow").IsSet(), s_backsUp)), s_takesUpgrades), TakeUpgrades),
        ],
    };

    public static readonly ConstructRule NonDefaultPort = new()
    {
        Id = "SKY1216",
        Key = "RedshiftClusterNonDefaultPort",
        Title = "Redshift listens on its default port",
        Message = "{0} listens on port 5439, which scans try first; set another Port",
        Why = "Some compliance rules ask for ports that automated scans do not try. It hides a cluster from careless scans and from nothing else.",
        NoFix = "Clients and security groups have to change together with the port.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-RS4"] },
        CfnProperties = ["Port"],
        Targets = [Target.Of(Cluster, Prop("Port").IsNotNumber(DefaultPort, Default.Violates))],
    };

    public static readonly ConstructRule NonDefaultUsername = new()
    {
        Id = "SKY1217",
        Key = "RedshiftClusterNonDefaultUsername",
        Title = "Redshift administrator has the default name",
        Message = "The administrator of {0} is called awsuser; choose another MasterUsername",
        Why = "Whoever guesses passwords begins with the name that the documentation and the console propose.",
        NoFix = "Clients sign in with the name, and another one replaces a deployed cluster.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-RS3"], SecurityHub = ["Redshift.8"] },
        CfnProperties = ["MasterUsername"],
        Targets = [Target.Of(Cluster, Prop("MasterUsername").IsNot("awsuser"))],
    };

    public static readonly ConstructRule PublicAccess = new()
    {
        Id = "SKY1218",
        Key = "RedshiftClusterPublicAccess",
        Title = "Redshift is reachable from the internet",
        Message = "{0} gets a public address; set PubliclyAccessible = false",
        Why = "A public address leaves the security group and the password as the only protection from everybody who scans the internet for warehouses.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-RS8", "HIPAA.Security-RedshiftClusterPublicAccess", "NIST.800.53.R4-RedshiftClusterPublicAccess", "NIST.800.53.R5-RedshiftClusterPublicAccess", "PCI.DSS.321-RedshiftClusterPublicAccess"],
            Checkov = ["CKV_AWS_87"],
            SecurityHub = ["Redshift.1"],
            Sonar = ["S6329"],
            Guard = ["REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["PubliclyAccessible"],
        Targets = [Target.Of(Cluster, Prop("PubliclyAccessible").IsFalse(), Fix.Set("PubliclyAccessible", "false"))],
    };

    public static readonly ConstructRule UserActivityLogging = new()
    {
        Id = "SKY1219",
        Key = "RedshiftClusterUserActivityLogging",
        Title = "Redshift does not record what users run",
        Message = "{0} has no parameter group that sets enable_user_activity_logging; statements of users are not recorded",
        Why = "The connection log says who signed in; only the user activity log says what they read.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-RS11"], SecurityHub = ["Redshift.4"], Cwe = ["CWE-778"] },
        CfnProperties = ["ClusterParameterGroupName"],
        Targets = [.. WithParameter("enable_user_activity_logging", "Give it a parameter group that records what users run")],
    };

    public static readonly ConstructRule VersionUpgrade = new()
    {
        Id = "SKY1220",
        Key = "RedshiftClusterVersionUpgrade",
        Title = "Redshift does not take upgrades",
        Message = "{0} refuses upgrades; leave AllowVersionUpgrade at true",
        Why = "Upgrades carry the security fixes of the engine. Without them they wait until somebody thinks of them.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-RS9"], SecurityHub = ["Redshift.6"], Cwe = ["CWE-1104"] },
        CfnProperties = ["AllowVersionUpgrade"],
        Targets = [Target.Of(Cluster, s_takesUpgrades, TakeUpgrades)],
    };

    public static readonly ConstructRule EnhancedVpcRouting = new()
    {
        Id = "SKY1221",
        Key = "RedshiftEnhancedVPCRoutingEnabled",
        Title = "Redshift loads data past the network's rules",
        Message = "{0} loads and unloads data over the internet's addresses of AWS; set EnhancedVpcRouting = true",
        Why = "With enhanced routing COPY and UNLOAD go through the VPC, where endpoints, network lists and flow logs see them. Without a way from there to S3 they fail.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-RedshiftEnhancedVPCRoutingEnabled", "NIST.800.53.R5-RedshiftEnhancedVPCRoutingEnabled", "PCI.DSS.321-RedshiftEnhancedVPCRoutingEnabled"],
            SecurityHub = ["Redshift.7"],
            Guard = ["REDSHIFT_ENHANCED_VPC_ROUTING_ENABLED"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["EnhancedVpcRouting"],
        Targets = [Target.Of(Cluster, Prop("EnhancedVpcRouting").IsTrue(), Fix.Set("EnhancedVpcRouting", "true", "Set EnhancedVpcRouting = true (needs a route to S3)"))],
    };

    public static readonly ConstructRule RequireTls = new()
    {
        Id = "SKY1222",
        Key = "RedshiftRequireTlsSSL",
        Title = "Redshift accepts connections without TLS",
        Message = "{0} has no parameter group that sets require_ssl; clients may connect without TLS",
        Why = "A client that may connect without TLS sooner or later does: statements and results can then be read on the way.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["AwsSolutions-RS1", "HIPAA.Security-RedshiftRequireTlsSSL", "NIST.800.53.R4-RedshiftRequireTlsSSL", "NIST.800.53.R5-RedshiftRequireTlsSSL", "PCI.DSS.321-RedshiftRequireTlsSSL"],
            Checkov = ["CKV_AWS_105"],
            SecurityHub = ["Redshift.2"],
            Sonar = ["S5332"],
            Cwe = ["CWE-319"],
        },
        CfnProperties = ["ClusterParameterGroupName"],
        // The second group that the service brings along requires TLS; the first does not.
        Targets = [.. WithParameter("require_ssl", "Give it a parameter group that requires TLS", Prop("ClusterParameterGroupName").Test(v => PropertyPath.Name(v) == "default.redshift-2.0" ? Outcome.Satisfied : Outcome.Violated, Default.Violates))],
    };

    public static IReadOnlyList<ConstructRule> All { get; } =
    [
        BackupEnabled, AuditLogging, EncryptionAtRest, InVpc, Maintenance, NonDefaultPort, NonDefaultUsername, PublicAccess, UserActivityLogging, VersionUpgrade, EnhancedVpcRouting, RequireTls,
    ];

    private static Fix TakeUpgrades => Fix.Set("AllowVersionUpgrade", "true");

    // A group that is there may hold other parameters: only where there is none a fix makes one.
    private static IEnumerable<Target> WithParameter(string name, string title, params Requirement[] orElse) =>
    [
        Target.Of(
            Cluster,
            Prop("ClusterParameterGroupName").IsSet(),
            Fix.Set(
                "ClusterParameterGroupName",
                $"new {ParameterGroup}({{scope}}, \"{{id}}Parameters\", new {ParameterGroup}Props {{ Description = \"Parameters of the cluster\", ParameterGroupFamily = \"redshift-1.0\", "
                + $"Parameters = new[] {{ new {ParameterGroup}.ParameterProperty {{ ParameterName = \"{name}\", ParameterValue = \"true\" }} }} }}).Ref",
                title)),
        Target.Of(
            Cluster,
            When(
                Circumstance(Prop("ClusterParameterGroupName").IsSet()),
                AnyOf([Prop("ClusterParameterGroupName").RefersTo(ParameterGroup, Prop("Parameters").Some(AllOf(Prop("ParameterName").Is(name), Prop("ParameterValue").Is("true"))), "ParameterGroupName"), .. orElse]))),
    ];
}
