
namespace Skylint.Catalog;

/// <summary>The same check under other names: identifiers in other tools and standards.</summary>
public sealed record References
{
    public static readonly References None = new();

    /// <summary>cdk-nag pack identifiers such as <c>AwsSolutions-S10</c>. The compliance profiles follow from them.</summary>
    public IReadOnlyList<string> CdkNag { get; init; } = [];

    /// <summary>AWS Security Hub control identifiers such as <c>S3.5</c>.</summary>
    public IReadOnlyList<string> SecurityHub { get; init; } = [];

    /// <summary>Checkov identifiers such as <c>CKV_AWS_19</c>.</summary>
    public IReadOnlyList<string> Checkov { get; init; } = [];

    /// <summary>Trivy identifiers such as <c>AWS-0088</c>.</summary>
    public IReadOnlyList<string> Trivy { get; init; } = [];

    /// <summary>Sonar rule keys such as <c>S6245</c>.</summary>
    public IReadOnlyList<string> Sonar { get; init; } = [];

    /// <summary>CloudFormation Guard rules registry names.</summary>
    public IReadOnlyList<string> Guard { get; init; } = [];

    /// <summary>Common Weakness Enumeration numbers such as <c>CWE-89</c>.</summary>
    public IReadOnlyList<string> Cwe { get; init; } = [];

    /// <summary>Documentation pages worth reading, as absolute addresses.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
