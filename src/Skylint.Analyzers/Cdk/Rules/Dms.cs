using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS Database Migration Service.</summary>
internal static class Dms
{
    public static readonly ConstructRule ReplicationNotPublic = new()
    {
        Id = "SKY1160",
        Key = "DMSReplicationNotPublic",
        Title = "Replication instance is reachable from the internet",
        Message = "{0} gets a public address; set PubliclyAccessible = false",
        Why = "A replication instance holds the credentials of both databases and reads all their data. Left unstated it gets a public address, and only a security group stands between it and the internet.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["HIPAA.Security-DMSReplicationNotPublic", "NIST.800.53.R4-DMSReplicationNotPublic", "NIST.800.53.R5-DMSReplicationNotPublic", "PCI.DSS.321-DMSReplicationNotPublic"],
            Checkov = ["CKV_AWS_89"],
            SecurityHub = ["DMS.1"],
            Sonar = ["S6329"],
            Guard = ["DMS_REPLICATION_NOT_PUBLIC"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["PubliclyAccessible"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.DMS.CfnReplicationInstance",
                Prop("PubliclyAccessible").IsFalse(Default.Violates),
                Fix.Set("PubliclyAccessible", "false", "Set PubliclyAccessible = false (replaces a deployed instance)")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [ReplicationNotPublic];
}
