using Skylint.Catalog;

namespace Skylint.Docs;

/// <summary>Where the same check is described elsewhere. Names whose address cannot be derived stand without a link.</summary>
internal static class ReferenceLinks
{
    /// <summary>One line for each tool or standard that knows the check.</summary>
    public static IEnumerable<string> Lines(References references) =>
    [
        .. Line("cdk-nag", references.CdkNag, _ => "https://github.com/cdklabs/cdk-nag/blob/main/RULES.md"),
        .. Line("AWS Security Hub", references.SecurityHub, SecurityHub),
        .. Line("Checkov", references.Checkov, _ => "https://www.checkov.io/5.Policy%20Index/cloudformation.html"),
        .. Line("Trivy", references.Trivy, id => $"https://avd.aquasec.com/misconfig/{id.ToLowerInvariant()}"),
        .. Line("Sonar", references.Sonar, id => $"https://sonarsource.github.io/rspec/#/rspec/{id}"),
        .. Line("CloudFormation Guard", references.Guard, _ => null),
        .. Line("Common Weakness Enumeration", references.Cwe, Cwe),
        .. references.Links.Select(link => $"<{link}>"),
    ];

    private static IEnumerable<string> Line(string name, IReadOnlyList<string> ids, Func<string, string?> address) =>
        ids.Count == 0 ? [] : [$"{name}: {string.Join(", ", ids.Select(id => Markdown.Link(id, address(id))))}"];

    /// <summary>Each service has one page, each control an anchor in it: <c>S3.5</c> is <c>s3-controls.html#s3-5</c>.</summary>
    private static string? SecurityHub(string id)
    {
        var parts = id.ToLowerInvariant().Split('.');
        return parts is [var service, var number]
            ? $"https://docs.aws.amazon.com/securityhub/latest/userguide/{service}-controls.html#{service}-{number}"
            : null;
    }

    private static string? Cwe(string id) =>
        id.StartsWith("CWE-", StringComparison.Ordinal) ? $"https://cwe.mitre.org/data/definitions/{id["CWE-".Length..]}.html" : null;
}
