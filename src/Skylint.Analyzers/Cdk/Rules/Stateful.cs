using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about every resource that holds data, whatever the service.</summary>
internal static class Stateful
{
    private const string Bucket = "Amazon.CDK.AWS.S3.Bucket";

    // Deleting these leaves nothing; those of the second list can leave a last snapshot.
    private static readonly string[] s_stores =
    [
        "Amazon.CDK.AWS.DynamoDB.Table", "Amazon.CDK.AWS.DynamoDB.TableV2", "Amazon.CDK.AWS.EFS.FileSystem", "Amazon.CDK.AWS.KMS.Key", "Amazon.CDK.AWS.Cognito.UserPool",
    ];

    private static readonly string[] s_databases =
    [
        "Amazon.CDK.AWS.RDS.DatabaseInstance", "Amazon.CDK.AWS.RDS.DatabaseInstanceFromSnapshot", "Amazon.CDK.AWS.RDS.DatabaseCluster", "Amazon.CDK.AWS.RDS.DatabaseClusterFromSnapshot",
        "Amazon.CDK.AWS.RDS.ServerlessCluster", "Amazon.CDK.AWS.DocDB.DatabaseCluster", "Amazon.CDK.AWS.EC2.Volume",
    ];

    private static readonly string[] s_l1 =
    [
        "Amazon.CDK.AWS.S3.CfnBucket", "Amazon.CDK.AWS.DynamoDB.CfnTable", "Amazon.CDK.AWS.DynamoDB.CfnGlobalTable", "Amazon.CDK.AWS.EFS.CfnFileSystem", "Amazon.CDK.AWS.KMS.CfnKey",
        "Amazon.CDK.AWS.Cognito.CfnUserPool", "Amazon.CDK.AWS.RDS.CfnDBInstance", "Amazon.CDK.AWS.RDS.CfnDBCluster", "Amazon.CDK.AWS.DocDB.CfnDBCluster",
    ];

    private static readonly Requirement s_isTemporary = IsNamed("temporary", "tmp", "cache", "scratch", "ephemeral");

    private static readonly Requirement s_keeps = AnyOf(
        Prop("RemovalPolicy").IsNot("DESTROY"),
        CallsWith("ApplyRemovalPolicy", Prop("policy").IsNot("DESTROY", Default.Violates)),
        s_isTemporary);

    // Never unknown, so that it can choose between targets.
    private static readonly Requirement s_isEmptied = Prop("AutoDeleteObjects").Has(That((value, _) => value is UnsetValue or NullValue or ConstantValue { Constant: false } ? Outcome.Violated : Outcome.Satisfied));

    private static readonly Fix s_retain = Fix.Set("RemovalPolicy", "Amazon.CDK.RemovalPolicy.RETAIN");

    private static readonly Fix s_snapshot = Fix.Set("RemovalPolicy", "Amazon.CDK.RemovalPolicy.SNAPSHOT");

    public static readonly ConstructRule RemovalDestroy = new()
    {
        Id = "SKY1023",
        Key = "CdkStatefulRemovalDestroy",
        Title = "Data is deleted with its stack",
        Message = "{0} and its data are deleted with the stack; keep it with RemovalPolicy.RETAIN or SNAPSHOT",
        Why = "Deleting the stack, renaming the construct or a change that replaces the resource destroys the data without a question. What is meant for a test environment belongs behind a check of the environment.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References { Links = ["https://docs.aws.amazon.com/cdk/v2/guide/best-practices.html"] },
        CfnProperties = ["DeletionPolicy"],
        Targets =
        [
            // A bucket that is emptied on deletion must be destroyed, or the library refuses it: one edit cannot keep it.
            Target.Of(Bucket, AnyOf(s_isEmptied, s_keeps), s_retain),
            Target.Of(Bucket, AnyOf(Not(s_isEmptied), s_keeps)),
            Target.Of(s_stores, s_keeps, s_retain),
            Target.Of(s_databases, s_keeps, s_snapshot, s_retain),
            .. ((string[])[Bucket, .. s_stores, .. s_databases, .. s_l1]).Select(type => Target.Call(
                type,
                "ApplyRemovalPolicy",
                Prop("policy").IsNot("DESTROY"),
                Fix.ReplaceArgument("policy", "Amazon.CDK.RemovalPolicy.RETAIN", "Set RemovalPolicy.RETAIN"))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [RemovalDestroy];
}
