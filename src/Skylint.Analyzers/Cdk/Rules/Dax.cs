using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon DynamoDB Accelerator.</summary>
internal static class Dax
{
    public static readonly ConstructRule Encrypted = new()
    {
        Id = "SKY1100",
        Key = "DAXEncrypted",
        Title = "DAX cluster is not encrypted",
        Message = "{0} keeps its cache unencrypted; set SseSpecification with SseEnabled = true",
        Why = "The cache writes what it holds to the disks of its nodes: items of a table that is itself encrypted lie there in clear text. Encryption costs nothing and cannot be switched on later.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-DDB4"],
            SecurityHub = ["DynamoDB.3"],
            Checkov = ["CKV_AWS_47"],
            Trivy = ["AWS-0023"],
            Guard = ["DAX_ENCRYPTION_ENABLED"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["SSESpecification"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.DAX.CfnCluster",
                Prop("SseSpecification.SseEnabled").IsTrue(),
                Fix.Set(
                    "SseSpecification",
                    "new Amazon.CDK.AWS.DAX.CfnCluster.SSESpecificationProperty { SseEnabled = true }",
                    "Encrypt the cache (replaces a deployed cluster)")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Encrypted];
}
