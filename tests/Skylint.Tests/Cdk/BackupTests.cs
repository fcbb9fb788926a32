using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Whether a backup plan selects a resource, wherever the plan is made.</summary>
public sealed class BackupTests
{
    private static readonly StackSource s_stack = new("DynamoDB", "EC2", "EFS", "Backup");

    private const string Table = "var table = new Table(this, \"T\", new TableProps { PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = \"id\", Type = AttributeType.STRING } });";

    private const string Plan = "var plan = BackupPlan.Daily35DayRetention(this, \"P\");";

    private const string Volume = "var volume = new Volume(this, \"V\", new VolumeProps { AvailabilityZone = text, Size = Size.Gibibytes(10) });";

    private const string Files = "var files = new Amazon.CDK.AWS.EFS.FileSystem(this, \"F\", new FileSystemProps { Vpc = new Vpc(this, \"N\") });";

    [Theory]
    [InlineData(Table)]
    [InlineData(Table + Plan)]
    // Another table is selected.
    [InlineData(Table + Plan + "plan.AddSelection(\"S\", new BackupSelectionOptions { Resources = new[] { BackupResource.FromDynamoDbTable(Amazon.CDK.AWS.DynamoDB.Table.FromTableName(this, \"O\", text)) } });")]
    [InlineData("var table = new TableV2(this, \"T\", new TablePropsV2 { PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = \"id\", Type = AttributeType.STRING } });")]
    public Task Table_without_a_plan(string statements) => s_stack.Flagged("SKY1129", statements, Refs.Cdk);

    [Theory]
    [InlineData("BackupResource.FromDynamoDbTable(table)")]
    [InlineData("BackupResource.FromArn(table.TableArn)")]
    [InlineData("BackupResource.FromTag(\"backup\", \"daily\")")]
    [InlineData("BackupResource.FromConstruct(this)")]
    public Task Table_in_a_plan(string resource) =>
        s_stack.Silent("SKY1129", $"{Table}{Plan}plan.AddSelection(\"S\", new BackupSelectionOptions {{ Resources = new[] {{ {resource} }} }});", Refs.Cdk);

    [Theory]
    [InlineData(Table + "var resource = BackupResource.FromDynamoDbTable(table);" + Plan + "plan.AddSelection(\"S\", new BackupSelectionOptions { Resources = new[] { resource } });")]
    [InlineData(Table + Plan + "if (given) plan.AddSelection(\"S\", new BackupSelectionOptions { Resources = new[] { BackupResource.FromDynamoDbTable(table) } });")]
    [InlineData(Table + "new CfnBackupSelection(this, \"S\", new CfnBackupSelectionProps { BackupPlanId = text, BackupSelection = new CfnBackupSelection.BackupSelectionResourceTypeProperty { IamRoleArn = text, SelectionName = text, Resources = new[] { table.TableArn } } });")]
    [InlineData("var table = Amazon.CDK.AWS.DynamoDB.Table.FromTableName(this, \"T\", text);")]
    public Task Table_that_may_be_in_a_plan(string statements) => s_stack.Silent("SKY1129", statements, Refs.Cdk);

    [Fact]
    public async Task Selection_in_another_class_counts()
    {
        const string Source = """
            using Amazon.CDK.AWS.Backup;
            using Amazon.CDK.AWS.DynamoDB;
            using Constructs;

            class Data : Amazon.CDK.Stack
            {
                public Table Orders { get; }

                internal Data(Construct scope, string id) : base(scope, id)
                {
                    Orders = new Table(this, "T", new TableProps { PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING } });
                }
            }

            class Backups : Amazon.CDK.Stack
            {
                internal Backups(Construct scope, string id, Data data) : base(scope, id)
                {
                    BackupPlan.Daily35DayRetention(this, "P").AddSelection("S", new BackupSelectionOptions { Resources = new[] { BackupResource.FromDynamoDbTable(data.Orders) } });
                }
            }
            """;
        await Verify.Silent("SKY1129", Source, Refs.Cdk);
    }

    [Fact]
    public async Task Volumes()
    {
        await s_stack.Flagged("SKY1107", Volume, Refs.Cdk);
        await s_stack.Silent("SKY1107", Volume + Plan + "plan.AddSelection(\"S\", new BackupSelectionOptions { Resources = new[] { BackupResource.FromArn($\"arn:aws:ec2:eu-west-1:111122223333:volume/{volume.VolumeId}\") } });", Refs.Cdk);
    }

    [Theory]
    [InlineData(Files, true)]
    [InlineData("var files = new Amazon.CDK.AWS.EFS.FileSystem(this, \"F\", new FileSystemProps { Vpc = new Vpc(this, \"N\"), EnableAutomaticBackups = true });", false)]
    [InlineData(Files + Plan + "plan.AddSelection(\"S\", new BackupSelectionOptions { Resources = new[] { BackupResource.FromEfsFileSystem(files) } });", false)]
    [InlineData("var files = new CfnFileSystem(this, \"F\", new CfnFileSystemProps { BackupPolicy = new CfnFileSystem.BackupPolicyProperty { Status = \"DISABLED\" } });", true)]
    public Task File_systems(string statements, bool isFlagged) => isFlagged ? s_stack.Flagged("SKY1113", statements, Refs.Cdk) : s_stack.Silent("SKY1113", statements, Refs.Cdk);

    [Theory]
    [InlineData("new Amazon.CDK.AWS.EFS.FileSystem(this, \"F\", new FileSystemProps { Vpc = new Vpc(this, \"N\") });", false)]
    [InlineData("new Amazon.CDK.AWS.EFS.FileSystem(this, \"F\", new FileSystemProps { Vpc = new Vpc(this, \"N\"), Encrypted = given });", false)]
    [InlineData("new Amazon.CDK.AWS.EFS.FileSystem(this, \"F\", new FileSystemProps { Vpc = new Vpc(this, \"N\"), Encrypted = false });", true)]
    [InlineData("new CfnFileSystem(this, \"F\");", true)]
    [InlineData("new CfnFileSystem(this, \"F\", new CfnFileSystemProps { KmsKeyId = text });", false)]
    public Task File_systems_that_are_encrypted(string statements, bool isFlagged) => isFlagged ? s_stack.Flagged("SKY1112", statements, Refs.Cdk) : s_stack.Silent("SKY1112", statements, Refs.Cdk);

    [Theory]
    [InlineData("ReadCapacity = 5, WriteCapacity = 5", "", true)]
    [InlineData("BillingMode = BillingMode.PROVISIONED", "", true)]
    [InlineData("BillingMode = BillingMode.PAY_PER_REQUEST", "", false)]
    [InlineData("BillingMode = given ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST", "", false)]
    [InlineData("ReplicationRegions = new[] { \"eu-west-1\" }", "", false)]
    [InlineData("", "t.AutoScaleReadCapacity(new EnableScalingProps { MinCapacity = 1, MaxCapacity = 9 });", true)]
    [InlineData("", "t.AutoScaleReadCapacity(new EnableScalingProps { MinCapacity = 1, MaxCapacity = 9 }).ScaleOnUtilization(new UtilizationScalingProps { TargetUtilizationPercent = 70 }); t.AutoScaleWriteCapacity(new EnableScalingProps { MinCapacity = 1, MaxCapacity = 9 });", false)]
    [InlineData("", "new Amazon.CDK.AWS.ApplicationAutoScaling.ScalableTarget(this, \"S\", new Amazon.CDK.AWS.ApplicationAutoScaling.ScalableTargetProps { ResourceId = $\"table/{t.TableName}\", ScalableDimension = text, ServiceNamespace = Amazon.CDK.AWS.ApplicationAutoScaling.ServiceNamespace.DYNAMODB, MinCapacity = 1, MaxCapacity = 9 });", false)]
    public Task Capacity(string props, string statement, bool isFlagged)
    {
        var statements = $"var t = new Table(this, \"T\", new TableProps {{ PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute {{ Name = \"id\", Type = AttributeType.STRING }}, {props} }});{statement}";
        return isFlagged ? s_stack.Flagged("SKY1130", statements, Refs.Cdk) : s_stack.Silent("SKY1130", statements, Refs.Cdk);
    }

    /// <summary>The library refuses capacities together with on-demand billing.</summary>
    [Fact]
    public Task Capacities_are_not_fixed_away() =>
        s_stack.NoFix("SKY1130", "new Table(this, \"T\", new TableProps { PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = \"id\", Type = AttributeType.STRING }, ReadCapacity = 5 });", Refs.Cdk);
}
