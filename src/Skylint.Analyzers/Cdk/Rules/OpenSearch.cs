using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon OpenSearch Service, and Elasticsearch domains as it was called before.</summary>
internal static class OpenSearch
{
    public static readonly ConstructRule EncryptedAtRest = new()
    {
        Id = "SKY1019",
        Key = "OpenSearchEncryptedAtRest",
        Title = "Search domain is not encrypted at rest",
        Message = "{0} stores its indexes unencrypted; set EncryptionAtRest",
        Why = "Indexes, logs and swap files of the domain hold copies of the data that is searched, and whoever gets hold of the storage reads them.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-OS8", "HIPAA.Security-OpenSearchEncryptedAtRest", "NIST.800.53.R4-OpenSearchEncryptedAtRest", "NIST.800.53.R5-OpenSearchEncryptedAtRest", "PCI.DSS.321-OpenSearchEncryptedAtRest"],
            Checkov = ["CKV_AWS_5"],
            Trivy = ["AWS-0048"],
            SecurityHub = ["OpenSearch.1", "ES.1"],
            Sonar = ["S6308"],
            Guard = ["OPENSEARCH_ENCRYPTED_AT_REST"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["EncryptionAtRestOptions"],
        Targets =
        [
            // Basic authentication without signed requests switches encryption on.
            Target.Of(
                ["Amazon.CDK.AWS.OpenSearchService.Domain", "Amazon.CDK.AWS.Elasticsearch.Domain"],
                AnyOf(
                    Prop("EncryptionAtRest.Enabled").IsTrue(),
                    AllOf(Prop("EncryptionAtRest.Enabled").IsUnset(), AnyOf(Prop("EncryptionAtRest.KmsKey").IsSet(), Prop("UseUnsignedBasicAuth").IsTrue()))),
                Fix.Set("EncryptionAtRest.Enabled", "true", "Encrypt the domain at rest")),
            Target.Of("Amazon.CDK.AWS.OpenSearchService.CfnDomain", L1, EncryptL1("OpenSearchService")),
            Target.Of("Amazon.CDK.AWS.Elasticsearch.CfnDomain", L1, EncryptL1("Elasticsearch")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [EncryptedAtRest];

    private static Requirement L1 => Prop("EncryptionAtRestOptions.Enabled").IsTrue();

    private static Fix EncryptL1(string service) => Fix.Set(
        "EncryptionAtRestOptions",
        $"new Amazon.CDK.AWS.{service}.CfnDomain.EncryptionAtRestOptionsProperty {{ Enabled = true }}",
        "Encrypt the domain at rest");
}
