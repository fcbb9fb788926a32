using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>An access control list that opens an object or bucket to everybody.</summary>
internal sealed class PublicAcl : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2005",
        Key = "s3-public-acl",
        Title = "Object or bucket is opened to everybody by its ACL",
        Message = "'{0}' lets {1} read what is stored; leave the ACL out and grant access by policy or presigned URL",
        Why = "A public ACL needs no further mistake to become a leak. What has to be public is better served by CloudFront, and what one customer may fetch by a presigned URL.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Removes the ACL, which leaves the object private to its bucket's owner.",
        References = new() { Sonar = ["S6265"], Cwe = ["CWE-732"], SecurityHub = ["S3.2", "S3.3"] },
    };

    protected override IReadOnlyList<string> Properties => ["CannedACL", "ACL", "URI"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (set.Property.Name == "URI")
        {
            return set.Owner?.Name == "S3Grantee" && set.Value.Text() is { } group && (group.EndsWith("/AllUsers", StringComparison.Ordinal) || group.EndsWith("/AuthenticatedUsers", StringComparison.Ordinal))
                ? new SettingFinding(null, group.Substring(group.LastIndexOf('/') + 1), Whom(group.EndsWith("/AllUsers", StringComparison.Ordinal)))
                : null;
        }

        return set.Value.StaticMember() is { Name: "PublicRead" or "PublicReadWrite" or "AuthenticatedRead", ContainingType.Name: "S3CannedACL" } acl
            ? new SettingFinding(Remove, $"S3CannedACL.{acl.Name}", Whom(acl.Name != "AuthenticatedRead"))
            : null;
    }

    private static string Whom(bool everybody) => everybody ? "everybody" : "every AWS account";
}
