using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>How databases are run: backups, upgrades, logs, monitoring, ports, plans of AWS Backup.</summary>
public sealed class RdsOperationTests
{
    private static readonly StackSource s_stack = new("Backup", "EC2", "RDS");

    private const string MySql = "Engine = DatabaseInstanceEngine.MYSQL, Vpc = null!";
    private const string Aurora = "Engine = DatabaseClusterEngine.AURORA_POSTGRESQL";
    private const string Instance = "var db = new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + " }); ";

    [Theory]
    [InlineData("SKY1203", "new ServerlessCluster(this, \"D\", new ServerlessClusterProps { Engine = DatabaseClusterEngine.AURORA_MYSQL });")]
    [InlineData("SKY1205", "var w = ClusterInstance.Provisioned(\"W\", new ProvisionedClusterInstanceProps { AutoMinorVersionUpgrade = false });")]
    [InlineData("SKY1205", "new DatabaseCluster(this, \"D\", new DatabaseClusterProps { " + Aurora + ", InstanceProps = new Amazon.CDK.AWS.RDS.InstanceProps { Vpc = null!, AutoMinorVersionUpgrade = false } });")]
    [InlineData("SKY1207", Instance)]
    // A plan that selects another database.
    [InlineData("SKY1207", Instance + "BackupPlan.Daily35DayRetention(this, \"P\").AddSelection(\"S\", new BackupSelectionOptions { Resources = new[] { BackupResource.FromRdsDatabaseInstance(DatabaseInstance.FromDatabaseInstanceAttributes(this, \"O\", null!)) } });")]
    [InlineData("SKY1208", "var p = new CfnDBInstanceProps { Engine = \"postgres\" }; p.BackupRetentionPeriod = 0; new CfnDBInstance(this, \"D\", p);")]
    [InlineData("SKY1209", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { Vpc = null!, Engine = DatabaseInstanceEngine.SqlServerEe(null!), CloudwatchLogsExports = new[] { \"error\" } });")]
    [InlineData("SKY1209", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { Vpc = null!, Engine = DatabaseInstanceEngine.ORACLE_SE2 });")]
    [InlineData("SKY1210", "new DatabaseCluster(this, \"D\", new DatabaseClusterProps { " + Aurora + ", Port = 5432 });")]
    [InlineData("SKY1210", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"sqlserver-ex\", Port = \"1433\" });")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    // Only Aurora for MySQL can be turned back.
    [InlineData("SKY1202", "new DatabaseCluster(this, \"D\", new DatabaseClusterProps { " + Aurora + " });")]
    [InlineData("SKY1202", "new CfnDBCluster(this, \"D\", new CfnDBClusterProps { Engine = text });")]
    [InlineData("SKY1203", "new ServerlessCluster(this, \"D\", new ServerlessClusterProps { Engine = DatabaseClusterEngine.AURORA_POSTGRESQL });")]
    [InlineData("SKY1203", "var c = new ServerlessCluster(this, \"D\", new ServerlessClusterProps { Engine = DatabaseClusterEngine.AURORA_MYSQL }); ((CfnDBCluster)c.Node.DefaultChild!).AddPropertyOverride(\"EnableCloudwatchLogsExports\", new[] { \"audit\", \"error\", \"general\", \"slowquery\" });")]
    [InlineData("SKY1203", "new CfnDBCluster(this, \"D\", new CfnDBClusterProps { Engine = \"aurora-mysql\", EngineMode = \"provisioned\" });")]
    // A cluster of instances, not Aurora.
    [InlineData("SKY1204", "new CfnDBCluster(this, \"D\", new CfnDBClusterProps { Engine = \"mysql\" });")]
    [InlineData("SKY1205", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", AutoMinorVersionUpgrade = given });")]
    [InlineData("SKY1207", Instance + "BackupPlan.Daily35DayRetention(this, \"P\").AddSelection(\"S\", new BackupSelectionOptions { Resources = new[] { BackupResource.FromRdsDatabaseInstance(db) } });")]
    [InlineData("SKY1207", Instance + "BackupPlan.Daily35DayRetention(this, \"P\").AddSelection(\"S\", new BackupSelectionOptions { Resources = new[] { BackupResource.FromTag(\"backup\", \"daily\") } });")]
    [InlineData("SKY1208", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + " });")]
    [InlineData("SKY1208", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { SourceDbInstanceIdentifier = text, BackupRetentionPeriod = 0 });")]
    [InlineData("SKY1208", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"aurora-mysql\", BackupRetentionPeriod = 0 });")]
    [InlineData("SKY1209", "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { Vpc = null!, Engine = given ? DatabaseInstanceEngine.MYSQL : DatabaseInstanceEngine.POSTGRES });")]
    [InlineData("SKY1209", "var logs = new System.Collections.Generic.List<string> { \"postgresql\" }; logs.Add(\"upgrade\"); new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { Vpc = null!, Engine = DatabaseInstanceEngine.POSTGRES, CloudwatchLogsExports = logs.ToArray() });")]
    // The cluster exports the logs of its instances.
    [InlineData("SKY1209", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"aurora-mysql\" });")]
    [InlineData("SKY1210", "new DatabaseCluster(this, \"D\", new DatabaseClusterProps { " + Aurora + ", Port = 3306 });")]
    [InlineData("SKY1210", "new CfnDBInstance(this, \"D\", new CfnDBInstanceProps { Engine = \"aurora-mysql\" });")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task What_is_exported_already_is_kept_and_not_repeated() => s_stack.Fix(
        "SKY1209",
        "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", CloudwatchLogsExports = [\"error\", \"slowquery\"] });",
        "new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", CloudwatchLogsExports = [\"error\", \"slowquery\", \"audit\", \"general\"] });",
        Refs.Cdk);

    [Fact]
    public Task A_list_that_stands_elsewhere_is_left_alone() => s_stack.NoFix(
        "SKY1209",
        "var logs = new[] { \"error\" }; new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { " + MySql + ", CloudwatchLogsExports = logs });",
        Refs.Cdk);

    [Fact]
    public Task Later_assignments_are_fixed_where_they_stand() => s_stack.Fix(
        "SKY1208",
        "var p = new CfnDBInstanceProps { Engine = \"postgres\" }; p.BackupRetentionPeriod = 0; new CfnDBInstance(this, \"D\", p);",
        "var p = new CfnDBInstanceProps { Engine = \"postgres\" }; p.BackupRetentionPeriod = 7; new CfnDBInstance(this, \"D\", p);",
        Refs.Cdk);
}
