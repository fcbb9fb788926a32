using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon DynamoDB.</summary>
internal static class DynamoDb
{
    private const string Enabled = "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled";

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
                ["Amazon.CDK.AWS.DynamoDB.Table", "Amazon.CDK.AWS.DynamoDB.TableV2"],
                AnyOf(Prop("PointInTimeRecovery").IsTrue(), Prop(Enabled).IsTrue()),
                // The later property is not in older versions, and the older one is obsolete where the later is.
                Fix.Set(Enabled, "true", "Switch on point-in-time recovery"),
                Fix.Set("PointInTimeRecovery", "true")),
            Target.Of("Amazon.CDK.AWS.DynamoDB.CfnTable", Prop(Enabled).IsTrue(), Fix.Set(
                "PointInTimeRecoverySpecification",
                "new Amazon.CDK.AWS.DynamoDB.CfnTable.PointInTimeRecoverySpecificationProperty { PointInTimeRecoveryEnabled = true }",
                "Switch on point-in-time recovery")),
            Target.Of("Amazon.CDK.AWS.DynamoDB.CfnGlobalTable", Prop("Replicas").Each(Prop(Enabled).IsTrue())),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [PointInTimeRecovery];
}
