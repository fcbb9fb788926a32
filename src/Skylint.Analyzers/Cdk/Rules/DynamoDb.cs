using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon DynamoDB.</summary>
internal static class DynamoDb
{
    private const string Table = "Amazon.CDK.AWS.DynamoDB.Table";
    private const string TableV2 = "Amazon.CDK.AWS.DynamoDB.TableV2";
    private const string CfnTable = "Amazon.CDK.AWS.DynamoDB.CfnTable";
    private const string CfnGlobalTable = "Amazon.CDK.AWS.DynamoDB.CfnGlobalTable";
    private const string Enabled = "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled";

    private static readonly Requirement s_isScaled = UsedBy(
        "Amazon.CDK.AWS.ApplicationAutoScaling.ScalableTarget", "Amazon.CDK.AWS.ApplicationAutoScaling.ScalableTargetProps",
        "Amazon.CDK.AWS.ApplicationAutoScaling.CfnScalableTarget", "Amazon.CDK.AWS.ApplicationAutoScaling.CfnScalableTargetProps");

    private static readonly Requirement s_followsLoad = AnyOf(
        Prop("BillingMode").Is("PAY_PER_REQUEST", Default.Violates),
        AllOf(Prop("BillingMode").IsUnset(), Prop("ReplicationRegions").IsSet()),
        AllOf(Calls("AutoScaleReadCapacity"), Calls("AutoScaleWriteCapacity")),
        s_isScaled);

    // Never unknown, so that it can choose between targets.
    private static readonly Requirement s_namesCapacity = That((props, table) =>
        new[] { "ReadCapacity", "WriteCapacity" }.Any(name => table.Cdk.Resolver.Member(props, name) is not UnsetValue) ? Outcome.Satisfied : Outcome.Violated);

    public static readonly ConstructRule PointInTimeRecovery = new()
    {
        Id = "SKY1014",
        Key = "DynamoDBPITREnabled",
        Title = "Table has no point-in-time recovery",
        Message = "{0} cannot be restored to an earlier state; switch on point-in-time recovery",
        Why = "One faulty deployment or script can overwrite every item within seconds, and nothing but a backup brings them back. Point-in-time recovery restores any second of the last 35 days.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-DDB3", "HIPAA.Security-DynamoDBPITREnabled", "NIST.800.53.R4-DynamoDBPITREnabled", "NIST.800.53.R5-DynamoDBPITREnabled"],
            Checkov = ["CKV_AWS_28", "CKV_AWS_165"],
            Trivy = ["AWS-0024"],
            SecurityHub = ["DynamoDB.2"],
            Guard = ["DYNAMODB_PITR_ENABLED"],
        },
        CfnProperties = ["PointInTimeRecoverySpecification", "Replicas"],
        Targets =
        [
            Target.Of(
                [Table, TableV2],
                AnyOf(Prop("PointInTimeRecovery").IsTrue(), Prop(Enabled).IsTrue()),
                // The later property is not in older versions, and the older one is obsolete where the later is.
                Fix.Set(Enabled, "true", "Switch on point-in-time recovery"),
                Fix.Set("PointInTimeRecovery", "true")),
            Target.Of(CfnTable, Prop(Enabled).IsTrue(), Fix.Set(
                "PointInTimeRecoverySpecification",
                "new Amazon.CDK.AWS.DynamoDB.CfnTable.PointInTimeRecoverySpecificationProperty { PointInTimeRecoveryEnabled = true }",
                "Switch on point-in-time recovery")),
            Target.Of(CfnGlobalTable, Prop("Replicas").Each(Prop(Enabled).IsTrue())),
        ],
    };

    public static readonly ConstructRule InBackupPlan = new()
    {
        Id = "SKY1129",
        Key = "DynamoDBInBackupPlan",
        Title = "Table is in no backup plan",
        Message = "{0} is in no backup plan; add it with BackupPlan.AddSelection",
        Why = "Point-in-time recovery ends after 35 days, and with the table. A backup plan keeps copies for as long as a rule or a law demands, in another account or region if need be.",
        NoFix = "How often to back up and how long to keep it is a decision that only the owner can make.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-DynamoDBInBackupPlan", "NIST.800.53.R4-DynamoDBInBackupPlan", "NIST.800.53.R5-DynamoDBInBackupPlan"],
            SecurityHub = ["DynamoDB.4"],
        },
        Targets = [Target.Of([Table, TableV2, CfnTable, CfnGlobalTable], BackupPlans.Selects)],
    };

    public static readonly ConstructRule FixedCapacity = new()
    {
        Id = "SKY1130",
        Key = "DynamoDBProvisionedDefault",
        Title = "Table has a fixed capacity",
        Message = "{0} has a fixed capacity; set BillingMode = BillingMode.PAY_PER_REQUEST, or scale it automatically",
        Why = "Without a billing mode the table gets five reads and five writes a second: paid for when idle, and throttled as soon as there is traffic. On demand it costs what is used and follows the load.",
        Category = Category.Cost,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-DynamoDBAutoScalingEnabled", "NIST.800.53.R4-DynamoDBAutoScalingEnabled", "NIST.800.53.R5-DynamoDBAutoScalingEnabled"],
            SecurityHub = ["DynamoDB.1"],
            Guard = ["DYNAMODB_BILLING_MODE_RULE"],
        },
        CfnProperties = ["BillingMode", "ProvisionedThroughput"],
        Targets =
        [
            // Capacities and on-demand billing exclude each other: one edit cannot change both.
            Target.Of(Table, AnyOf(s_namesCapacity, s_followsLoad), Fix.Set("BillingMode", "Amazon.CDK.AWS.DynamoDB.BillingMode.PAY_PER_REQUEST")),
            Target.Of(Table, AnyOf(Not(s_namesCapacity), s_followsLoad)),
            Target.Of(CfnTable, AnyOf(Prop("BillingMode").Is("PAY_PER_REQUEST"), s_isScaled)),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [PointInTimeRecovery, InBackupPlan, FixedCapacity];
}
