using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon RDS and Aurora beyond what compliance packs ask for: retention, storage, TLS, tags, readers.</summary>
internal static class RdsAdvice
{
    private const string Instance = "Amazon.CDK.AWS.RDS.DatabaseInstance";
    private const string FromSnapshot = "Amazon.CDK.AWS.RDS.DatabaseInstanceFromSnapshot";
    private const string ReadReplica = "Amazon.CDK.AWS.RDS.DatabaseInstanceReadReplica";
    private const string Cluster = "Amazon.CDK.AWS.RDS.DatabaseCluster";
    private const string ClusterFromSnapshot = "Amazon.CDK.AWS.RDS.DatabaseClusterFromSnapshot";
    private const string CfnInstance = "Amazon.CDK.AWS.RDS.CfnDBInstance";
    private const string CfnCluster = "Amazon.CDK.AWS.RDS.CfnDBCluster";
    private const string ParameterGroup = "Amazon.CDK.AWS.RDS.ParameterGroup";
    private const int Week = 7 * 24 * 60 * 60;
    private const string ForceSsl = "rds.force_ssl";
    private const string RequireTransport = "require_secure_transport";

    // A group that is given is judged where it is made.
    private static readonly Requirement s_hasNoParameters = Circumstance(AllOf(Prop("ParameterGroup").IsUnset(), Prop("Parameters").IsUnset()));

    private static readonly string[] s_oldStorage = ["GP2", "STANDARD"];

    public static readonly ConstructRule BackupRetention = new()
    {
        Id = "SKY1223",
        Key = "RdsBackupRetentionShort",
        Title = "Database backups are kept for less than a week",
        Message = "{0} keeps its backups for less than 7 days; set a longer retention",
        Why = "Left unstated, backups are kept for one day. Damage that is noticed after a weekend can no longer be undone.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { Trivy = ["AWS-0077"], SecurityHub = ["RDS.11"], Sonar = ["S6364"] },
        CfnProperties = ["BackupRetentionPeriod"],
        Targets =
        [
            // No backups at all are another rule's concern.
            Target.Of([Instance, FromSnapshot], AnyOf(Prop("BackupRetention").IsAtLeast(Week), Not(Prop("BackupRetention").IsNotNumber(0))), Fix.Set("BackupRetention", "Amazon.CDK.Duration.Days(7)", "Keep backups for 7 days")),
            Target.Of([Cluster, ClusterFromSnapshot], Prop("Backup.Retention").IsAtLeast(Week), Fix.Set("Backup.Retention", "Amazon.CDK.Duration.Days(7)", "Keep backups for 7 days")),
            Target.Of(
                CfnInstance,
                AnyOf(Prop("BackupRetentionPeriod").IsAtLeast(7), Not(Prop("BackupRetentionPeriod").IsNotNumber(0)), Rds.IsReplica, Rds.BelongsToCluster),
                Fix.Set("BackupRetentionPeriod", "7", "Keep backups for 7 days")),
            Target.Of(CfnCluster, Prop("BackupRetentionPeriod").IsAtLeast(7), Fix.Set("BackupRetentionPeriod", "7", "Keep backups for 7 days")),
        ],
    };

    public static readonly ConstructRule Gp2Storage = new()
    {
        Id = "SKY1224",
        Key = "RdsGp2Storage",
        Title = "Database is on storage of the previous generation",
        Message = "{0} is on gp2 storage; set StorageType = StorageType.GP3",
        Why = "Storage of type gp3 has the same price and more throughput, and its speed does not depend on the size: with gp2 one pays for gigabytes to get operations. Left unstated the library asks for gp2.",
        Category = Category.Cost,
        Level = Level.Info,
        References = new References {  },
        CfnProperties = ["StorageType"],
        Targets =
        [
            // Left out it is gp2, also where Iops is set, which is then ignored.
            Target.Of([Instance, FromSnapshot, ReadReplica], Prop("StorageType").IsNot(s_oldStorage, Default.Violates), Fix.Set("StorageType", "Amazon.CDK.AWS.RDS.StorageType.GP3")),
            Target.Of(CfnInstance, Prop("StorageType").IsNot(s_oldStorage), Fix.Set("StorageType", "\"gp3\"")),
        ],
    };

    public static readonly ConstructRule RequireTls = new()
    {
        Id = "SKY1225",
        Key = "RdsRequireTls",
        Title = "Database accepts connections without TLS",
        Message = "{0} lets clients connect without TLS; set the parameter that requires it",
        Why = "A client that may connect without TLS sooner or later does: the password of some drivers, statements and results can then be read on the way.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { Checkov = ["CKV2_AWS_69"], SecurityHub = ["RDS.38", "RDS.39"], Cwe = ["CWE-319"] },
        Targets =
        [
            .. Engines().SelectMany(e => (Target[])
            [
                Target.Of([Instance, Cluster], When(AllOf(e.Is, s_hasNoParameters), Never), Fix.Set("Parameters", Dictionary(e.Name, e.On), $"Set {e.Name} = {e.On}")),
                Target.Of([Instance, Cluster], When(AllOf(e.Is, Circumstance(Prop("ParameterGroup").IsUnset()), Not(s_hasNoParameters)), Parameter(e.Name))),
                Target.Of(ParameterGroup, When(AllOf(e.Is, Circumstance(Prop("Parameters").IsUnset())), CallsWith("AddParameter", Prop("key").Is(e.Name))), Fix.Set("Parameters", Dictionary(e.Name, e.On), $"Set {e.Name} = {e.On}")),
                Target.Of(ParameterGroup, When(AllOf(e.Is, Circumstance(Prop("Parameters").IsSet())), AnyOf(Parameter(e.Name), CallsWith("AddParameter", Prop("key").Is(e.Name))))),
            ]),
            Target.Of(["Amazon.CDK.AWS.RDS.CfnDBParameterGroup", "Amazon.CDK.AWS.RDS.CfnDBClusterParameterGroup"], AllOf(IsNotOff(ForceSsl), IsNotOff(RequireTransport))),
        ],
    };

    public static readonly ConstructRule CopyTags = new()
    {
        Id = "SKY1226",
        Key = "RdsCopyTags",
        Title = "Database snapshots lose their tags",
        Message = "{0} does not copy its tags to its snapshots; set CopyTagsToSnapshot = true",
        Why = "Snapshots outlive the database. Without its tags nobody knows whose they are, who pays for them, and rules that work by tag pass them by.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { SecurityHub = ["RDS.16", "RDS.17"] },
        CfnProperties = ["CopyTagsToSnapshot"],
        Targets =
        [
            Target.Of([Instance, FromSnapshot, ReadReplica, Cluster, ClusterFromSnapshot], Prop("CopyTagsToSnapshot").IsNotFalse(), Fix.Set("CopyTagsToSnapshot", "true")),
            Target.Of(CfnInstance, AnyOf(Prop("CopyTagsToSnapshot").IsTrue(), Rds.BelongsToCluster), Fix.Set("CopyTagsToSnapshot", "true")),
            Target.Of(CfnCluster, Prop("CopyTagsToSnapshot").IsTrue(), Fix.Set("CopyTagsToSnapshot", "true")),
        ],
    };

    public static readonly ConstructRule IamAuth = new()
    {
        Id = "SKY1227",
        Key = "RdsIamAuth",
        Title = "Database does not accept IAM authentication",
        Message = "{0} can only be signed in to with a password; set IAM authentication",
        Why = "With IAM authentication a workload signs in with a token of its role that holds for 15 minutes. Without it there is a long-lived password to keep, to rotate and to lose.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References { Checkov = ["CKV_AWS_161"], Trivy = ["AWS-0176"], SecurityHub = ["RDS.10"], Cwe = ["CWE-798"] },
        CfnProperties = ["EnableIAMDatabaseAuthentication"],
        Targets =
        [
            Target.Of([Instance, FromSnapshot], When(HasIamAuth, Prop("IamAuthentication").IsTrue()), Fix.Set("IamAuthentication", "true")),
            Target.Of(CfnInstance, AnyOf(When(HasIamAuth, Prop("EnableIamDatabaseAuthentication").IsTrue()), Rds.IsReplica, Rds.BelongsToCluster), Fix.Set("EnableIamDatabaseAuthentication", "true")),
        ],
    };

    public static readonly ConstructRule SingleInstance = new()
    {
        Id = "SKY1228",
        Key = "AuroraSingleInstance",
        Title = "Aurora cluster has nobody to fail over to",
        Message = "{0} has a single instance; add a reader where its loss matters",
        Why = "When the only instance fails, or is patched, Aurora makes a new one, which takes ten minutes and more. A reader in another zone takes over within a minute, at the price of a second instance.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { SecurityHub = ["RDS.15"] },
        Targets =
        [
            Target.Of(
                [Cluster, ClusterFromSnapshot],
                AnyOf(Circumstance(Prop("Writer").IsUnset()), Prop("Readers").IsSet(), UsedBy(CfnInstance, CfnInstance + "Props")),
                Fix.Set(
                    "Readers",
                    "new[] { Amazon.CDK.AWS.RDS.ClusterInstance.ServerlessV2(\"Reader\", new Amazon.CDK.AWS.RDS.ServerlessV2ClusterInstanceProps { ScaleWithWriter = true }) }",
                    "Add a serverless reader (costs a second instance)")),
            // In the older style two instances are made when the number is left out.
            Target.Of([Cluster, ClusterFromSnapshot], When(Circumstance(Prop("Writer").IsUnset()), AnyOf(Prop("Instances").IsAtLeast(2, Default.Satisfies), UsedBy(CfnInstance, CfnInstance + "Props")))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [BackupRetention, Gp2Storage, RequireTls, CopyTags, IamAuth, SingleInstance];

    private static Requirement HasIamAuth => DatabaseEngine.Is(DatabaseEngine.MySql, DatabaseEngine.MariaDb, DatabaseEngine.Postgres);

    // From PostgreSQL 15 on the service requires TLS by itself.
    private static IEnumerable<(Requirement Is, string Name, string On)> Engines() =>
    [
        (DatabaseEngine.Is(DatabaseEngine.MySql, DatabaseEngine.MariaDb, DatabaseEngine.AuroraMySql), RequireTransport, "ON"),
        (AllOf(DatabaseEngine.Is(DatabaseEngine.Postgres, DatabaseEngine.AuroraPostgres), IsOldPostgres), ForceSsl, "1"),
        (DatabaseEngine.Is(DatabaseEngine.SqlServer), ForceSsl, "1"),
    ];

    private static Requirement IsOldPostgres => Circumstance(Prop("Engine").Test(
        engine => engine is CallValue { Arguments.Count: 1 } call && call.Arguments[0] is ObjectValue { IsOpen: false } props && props.Members.TryGetValue("Version", out var version) && version is MemberValue { Name: var name }
            && name.Split('_') is { Length: > 1 } parts && int.TryParse(parts[1], out var major)
            ? major < 15 ? Outcome.Satisfied : Outcome.Violated
            : Outcome.Unknown,
        Default.Unknown));

    private static string Dictionary(string name, string value) => $"new System.Collections.Generic.Dictionary<string, string> {{ [\"{name}\"] = \"{value}\" }}";

    private static Requirement Parameter(string name) => Prop("Parameters").Has(That((parameters, construct) => Entry(parameters, name, construct) switch
    {
        UnsetValue or NullValue => new Verdict(Outcome.Violated, parameters is UnsetValue or NullValue ? null : parameters),
        ConstantValue { Constant: string text } value => new Verdict(IsOn(text) ? Outcome.Satisfied : Outcome.Violated, value),
        _ => Verdict.Unknown,
    }));

    private static Requirement IsNotOff(string name) => Prop("Parameters").Has(That((parameters, construct) => Entry(parameters, name, construct) switch
    {
        ConstantValue { Constant: string text } value when !IsOn(text) => new Verdict(Outcome.Violated, value),
        ConstantValue or UnsetValue or NullValue => Verdict.Satisfied,
        _ => Verdict.Unknown,
    }));

    private static Value Entry(Value parameters, string name, Construct construct) =>
        parameters is MapValue or UnsetValue or NullValue ? construct.Cdk.Resolver.Member(parameters, name) : UnknownValue.Instance;

    private static bool IsOn(string text) => text is "1" || text.Equals("on", StringComparison.OrdinalIgnoreCase) || text.Equals("true", StringComparison.OrdinalIgnoreCase);
}
