using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about every resource that holds data, whatever the service.</summary>
internal static class Stateful
{
    private const string Bucket = "Amazon.CDK.AWS.S3.Bucket";
    private const string Policies = "Amazon.CDK.RemovalPolicies";

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

    private static readonly string[] s_dataNames = [.. ((string[])[Bucket, .. s_stores, .. s_databases, .. s_l1]).Select(type => type.Substring(type.LastIndexOf('.') + 1)).Distinct()];

    private static readonly string[] s_keepers = ["Retain", "Snapshot", "RetainOnUpdateOrDelete", "Apply"];

    private static readonly Requirement s_isTemporary = IsNamed("temporary", "tmp", "cache", "scratch", "ephemeral");

    // RemovalPolicies.Of(stack).Retain() decides about everything in the stack, also what it does not name.
    private static readonly Requirement s_mayBeKept = That((_, construct) =>
        construct.Cdk.Index.Mentions("RemovalPolicies") && s_keepers.Any(construct.Cdk.Index.Mentions) ? Outcome.Unknown : Outcome.Violated);

    private static readonly Requirement s_keeps = AnyOf(
        Prop("RemovalPolicy").IsNot("DESTROY"),
        CallsWith("ApplyRemovalPolicy", Prop("policy").IsNot("DESTROY", Default.Violates)),
        s_isTemporary,
        s_mayBeKept);

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
            // Everything in a scope at once: wrong where there is data in it.
            Target.Call(Policies, "Destroy", That(HoldsNoData)),
            Target.Call(Policies, "Apply", AnyOf(Prop("policy").IsNot("DESTROY"), That(HoldsNoData))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [RemovalDestroy];

    // The scope is a construct that holds data, or one below which the code makes some; a list of resource types may leave those out.
    private static Verdict HoldsNoData(Value arguments, Construct call)
    {
        var resolver = call.Cdk.Resolver;
        var props = resolver.Member(arguments, "props");
        if (resolver.Member(props, "ApplyToResourceTypes") is not (UnsetValue or NullValue) || resolver.Member(props, "ExcludeResourceTypes") is not (UnsetValue or NullValue))
            return Verdict.Unknown;
        if (resolver.Member(arguments, "this") is not CallValue { Method: { Name: "Of", ContainingType.Name: "RemovalPolicies" }, Arguments.Count: 1 } policies)
            return Verdict.Unknown;
        return policies.Arguments[0] switch
        {
            ObjectValue made when IsStore(made.Type.Name) => Verdict.Violated,
            ObjectValue made when call.Cdk.TypeOf("Amazon.CDK.Resource") is { } resource && Derives(made.Type, resource) => Verdict.Satisfied,
            OneOfValue => Verdict.Unknown,
            _ => s_dataNames.Any(call.Cdk.Index.Creates) ? Verdict.Violated : Verdict.Satisfied,
        };
    }

    private static bool Derives(Microsoft.CodeAnalysis.INamedTypeSymbol type, Microsoft.CodeAnalysis.INamedTypeSymbol wanted)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(at, wanted))
                return true;
        }

        return false;
    }

    private static bool IsStore(string name) => s_dataNames.Contains(name);
}
